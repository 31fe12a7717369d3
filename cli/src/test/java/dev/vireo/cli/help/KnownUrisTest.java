package dev.vireo.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownUrisTest {
  @TempDir private Path folder;

  private List<String> of(String configuration) throws IOException {
    Path file = Files.writeString(folder.resolve("libvirt.conf"), configuration);
    return KnownUris.of(Map.of("VIREO_LIBVIRT_CONF", file.toString()));
  }

  @Test
  void aliasesComeBeforeTheFormsOfUris() throws IOException {
    assertThat(of("uri_aliases = [ \"lab=esx://root@a/\", \"old=gsx://b/\" ]\n"))
        .containsExactly("lab", "old", "test:///default", "esx://", "gsx://", "vpx://");
  }

  @Test
  void aConfigurationThatCannotBeReadNamesNone() throws IOException {
    assertThat(of("uri_aliases = [ \"lab\n"))
        .containsExactly("test:///default", "esx://", "gsx://", "vpx://");
  }
}
