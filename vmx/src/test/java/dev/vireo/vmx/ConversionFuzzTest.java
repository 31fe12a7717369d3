package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.DatastoreResolver.Datastore;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What holds for names of files, and for the conversion of any file, whatever a host has. */
class ConversionFuzzTest {

  private static final DatastorePath VMX = new DatastorePath("ds1", "web/web.vmx");

  private static final List<Datastore> DATASTORES =
      List.of(new Datastore("ds1", "/vmfs/volumes/4980"), new Datastore("win", "C:\\VMs"));

  @FuzzTest
  void files(byte @NotNull [] file) {
    VmxDocument document;
    try {
      document = VmxDocument.parse(file);
    } catch (VmxSyntaxException e) {
      return;
    }
    DomainDefinition domain;
    try {
      domain =
          new VmxToDomain(ReadOptions.of(new DatastoreResolver(DATASTORES, VMX)))
              .convert(document)
              .domain();
    } catch (VmxException e) {
      assertThat(e.getMessage()).isNotEmpty();
      return;
    }
    String xml = DomainXml.format(domain);
    assertThat(DomainXml.format(DomainXml.parse(xml))).isEqualTo(xml);
    try {
      String written =
          new DomainToVmx(VmxTarget.ofHardwareVersion(21), new DatastoreResolver(DATASTORES, VMX))
              .convert(DomainXml.parse(xml))
              .document()
              .text();
      assertThat(VmxDocument.parse(written).text()).isEqualTo(written);
    } catch (VmxException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  @FuzzTest
  void datastorePaths(byte @NotNull [] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    DatastorePath path = DatastorePath.parse(text);
    if (path == null) {
      assertThat(text).doesNotMatch("(?s)\\[[^\\[\\]]+\\].*");
      return;
    }
    assertThat(text).startsWith("[" + path.datastore() + "]").endsWith(path.path());
    assertThat(DatastorePath.parse(path.toString(), () -> List.of(path.datastore())))
        .isEqualTo(path);
    String directory = path.directory();
    assertThat(directory.isEmpty() ? path.fileName() : directory + "/" + path.fileName())
        .isEqualTo(
            path.path().startsWith("/") && directory.isEmpty()
                ? path.path().substring(1)
                : path.path());
    DatastorePath normalized = path.normalized();
    if (normalized != null) {
      assertThat(List.of(normalized.path().split("/"))).doesNotContain("..", ".");
      assertThat(normalized.normalized()).isEqualTo(normalized);
    }
    assertThat(DatastoreEscapes.escape(text)).matches("[A-Za-z0-9'(),. _+%-]*");
  }

  /** What a host says of its datastores can be odd, too. */
  @FuzzTest
  void fileNames(FuzzedDataProvider data) {
    Datastore odd = new Datastore(data.consumeString(10), data.consumeString(20));
    String name = data.consumeRemainingAsString();
    for (List<Datastore> datastores : List.of(List.of(odd), DATASTORES)) {
      DatastoreResolver resolver = new DatastoreResolver(datastores, VMX);
      String shown = name.isEmpty() ? null : resolver.toDomain(name);
      for (String path : shown == null ? List.of(name) : List.of(name, shown)) {
        try {
          assertThat(resolver.toVmx(path)).isNotEmpty();
        } catch (VmxException e) {
          assertThat(e.getMessage()).isNotEmpty();
        }
      }
    }
  }
}
