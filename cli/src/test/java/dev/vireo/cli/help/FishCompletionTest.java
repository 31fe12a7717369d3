package dev.vireo.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.verb.CommandTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the script in a real fish where there is one, with a function in place of the program. */
class FishCompletionTest {
  private static final Path FISH = Path.of("/usr/bin/fish");
  private static final String DRIVER =
      """
      function vireo
          if test "$argv" = '-q completion uris'
              printf '%s\\n' test:///default esx://
          else
              printf '%s\\n' 'web 1' web2 "options:$argv"
          end
      end
      complete -C "$argv[1]" | string replace -r '\\t.*' ''
      true
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vireo sus | suspend",
        "vireo --re | --readonly",
        "vireo start w | web 1,web2",
        "vireo -q start --domain w | web 1,web2",
        "vireo -c test:///x start o | options:-c test:///x -q list --name --inactive",
        "vireo --connect=test:///x start o | options:--connect=test:///x -q list --name --inactive",
        "vireo shutdown --mode a | acpi,agent",
        "vireo list --with-s | --with-snapshot",
        "vireo help mon | monitor",
        "vireo help ur | uri",
        "vireo completion fi | fish",
        "vireo vm | vmx",
        "vireo vmx li | lint",
        "vireo vmx lint --j | --json",
        "vireo -q vmx from-xml --product f | fusion:13.0",
        "vireo -c t | test:///default",
        "vireo connect es | esx://",
        "vireo vmx lint b | build agent.vmx",
        "vireo vmx set build\\\\ agent.vmx mem | memory=",
      })
  void completes(String line, String expected) throws IOException, InterruptedException {
    Files.createFile(directory.resolve("build agent.vmx"));

    assertThat(complete(line)).isEqualTo(expected.replace(",", "\n") + "\n");
  }

  @Test
  void saysWhatWordsAreFor() {
    assertThat(FishCompletion.script(CommandTable.specs()))
        .contains("-a lint -d 'say what is wrong with VMX files'\n")
        .contains(" -l guest-os -x -d 'VMware\\'s name of the guest\\'s system");
  }

  private String complete(String line) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(FISH), "needs fish");
    Path script = directory.resolve("script.fish");
    Files.writeString(script, FishCompletion.script(CommandTable.specs()) + DRIVER);
    ProcessBuilder builder =
        new ProcessBuilder(List.of(FISH.toString(), "--no-config", script.toString(), line));
    builder.environment().put("HOME", directory.toString());
    Process fish = builder.directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(fish.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(fish.waitFor()).as(output).isZero();
    return output;
  }
}
