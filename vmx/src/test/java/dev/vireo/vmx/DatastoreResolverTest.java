package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vmx.DatastoreResolver.Datastore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatastoreResolverTest {

  private static final FileNameResolver ESX =
      new DatastoreResolver(
          List.of(
              new Datastore("one", "/vmfs/volumes/ds1"),
              new Datastore("ten", "/vmfs/volumes/ds10"),
              new Datastore("nas", null)),
          new DatastorePath("one", "web/web.vmx"),
          path -> path.endsWith("old.vmdk") ? "buslogic" : null);

  private static final FileNameResolver GSX =
      new DatastoreResolver(
          List.of(new Datastore("standard", "C:\\Virtual Machines")),
          new DatastorePath("standard", "web/web.vmx"));

  @ParameterizedTest
  @CsvSource({
    "web.vmdk, [one] web/web.vmdk",
    "sub/web.vmdk, [one] web/sub/web.vmdk",
    "/vmfs/volumes/ds1/a/b.vmdk, [one] a/b.vmdk",
    "/vmfs/volumes/ds10/b.vmdk, [ten] b.vmdk",
    "/vmfs/volumes/nas/b.vmdk, [nas] b.vmdk",
    "/usr/lib/vmware/windows.iso, /usr/lib/vmware/windows.iso",
    "C:\\isos\\a.iso, C:\\isos\\a.iso"
  })
  void namesInFilesBecomePaths(String name, String path) {
    assertThat(ESX.toDomain(name)).isEqualTo(path);
  }

  /** As of servers that do not say where their datastores are. */
  @Test
  void aFileBesideTheConfigurationNeedsNoMountPath() {
    FileNameResolver names =
        new DatastoreResolver(
            List.of(new Datastore("nas", null)), new DatastorePath("nas", "a b/web.vmx"));

    assertThat(names.toVmx("[nas] a b/web.vmdk")).isEqualTo("web.vmdk");
    assertThatThrownBy(() -> names.toVmx("[nas] c/web.vmdk")).isInstanceOf(VmxException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/vmfs/volumes/gone/a.vmdk", "/vmfs/volumes/gone", "sub\\a.vmdk"})
  void whatIsNowhereHasNoPath(String name) {
    assertThat(ESX.toDomain(name)).isNull();
  }

  @Test
  void pathsOfWindowsAreRead() {
    assertThat(GSX.toDomain("C:\\Virtual Machines\\web\\web.vmdk"))
        .isEqualTo("[standard] web/web.vmdk");
    assertThat(GSX.toDomain("\\\\server\\share\\a.iso")).isEqualTo("\\\\server\\share\\a.iso");
  }

  @ParameterizedTest
  @CsvSource({
    "[one] web/web.vmdk, /vmfs/volumes/ds1/web/web.vmdk",
    "[ten]a.vmdk, /vmfs/volumes/ds10/a.vmdk",
    "/dev/cdrom, /dev/cdrom"
  })
  void pathsBecomeNames(String path, String name) {
    assertThat(ESX.toVmx(path)).isEqualTo(name);
  }

  @Test
  void pathsOfWindowsAreWritten() {
    assertThat(GSX.toVmx("[standard] web/web.vmdk"))
        .isEqualTo("C:\\Virtual Machines\\web\\web.vmdk");
  }

  @ParameterizedTest
  @CsvSource({"web.vmdk, [one] web/web.vmdk", "[gone] a.vmdk, [one]", "[nas] a.vmdk, [one]"})
  void whatIsNowhereIsRefusedWithWhatIsNear(String path, String nearest) {
    assertThatThrownBy(() -> ESX.toVmx(path))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(VmxException.Kind.INVALID);
              assertThat(e.value()).isEqualTo(path);
              assertThat(e.nearest()).isEqualTo(nearest);
            });
  }

  @Test
  void namesOfDatastoresMayHaveBrackets() {
    DatastoreResolver resolver =
        new DatastoreResolver(
            List.of(new Datastore("a", "/vmfs/volumes/1"), new Datastore("a]b", "/vmfs/volumes/2")),
            new DatastorePath("a]b", "web/web.vmx"));

    assertThat(resolver.toDomain("web.vmdk")).isEqualTo("[a]b] web/web.vmdk");
    assertThat(resolver.toVmx("[a]b] web/web.vmdk")).isEqualTo("/vmfs/volumes/2/web/web.vmdk");
    assertThat(resolver.toVmx("[a] web].vmdk")).isEqualTo("/vmfs/volumes/1/web].vmdk");
  }

  @Test
  void modelsComeFromTheHost() {
    assertThat(ESX.scsiModel("[one] old.vmdk")).isEqualTo("buslogic");
    assertThat(ESX.scsiModel("[one] new.vmdk")).isNull();
    assertThat(GSX.scsiModel("[standard] old.vmdk")).isNull();
  }

  @Test
  void namesCanStayAsTheyAre() {
    assertThat(FileNameResolver.asIs().toDomain("a\\b")).isEqualTo("a\\b");
    assertThat(FileNameResolver.asIs().toVmx("[a] b")).isEqualTo("[a] b");
    assertThat(FileNameResolver.asIs().scsiModel("a")).isNull();
  }

  @Test
  void aRelativeNameThatIsRelativeToNothingIsAnsweredWithADatastoreOfTheHost() {
    DatastoreResolver resolver =
        new DatastoreResolver(
            List.of(new DatastoreResolver.Datastore("ds1", "/vmfs/volumes/4a-1")),
            new DatastorePath("?", "?/?"));

    assertThatThrownBy(() -> resolver.toVmx("web.vmdk"))
        .isInstanceOf(VmxException.class)
        .hasMessageContaining("'[ds1] DIR/web.vmdk'");
  }
}
