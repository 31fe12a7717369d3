package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatastorePathTest {

  @ParameterizedTest
  @CsvSource({
    "[ds] dir/file.vmdk, ds, dir, file.vmdk",
    "[ds] a/b/file.vmdk, ds, a/b, file.vmdk",
    "[ds]dir/file.vmdk, ds, dir, file.vmdk",
    "[my ds (1)] file, my ds (1), '', file",
    "[ds] dir/, ds, dir, ''",
    "[ds], ds, '', ''"
  })
  void theApisFormIsRead(String text, String datastore, String directory, String file) {
    DatastorePath path = Objects.requireNonNull(DatastorePath.parse(text));

    assertThat(path.datastore()).isEqualTo(datastore);
    assertThat(path.directory()).isEqualTo(directory);
    assertThat(path.fileName()).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[] file", "ds] file", "[ds file", "/vmfs/volumes/ds/file"})
  void anythingElseIsNone(String text) {
    assertThat(DatastorePath.parse(text)).isNull();
  }

  @Test
  void itIsWrittenWithOneBlank() {
    assertThat(new DatastorePath("ds", "dir/file")).hasToString("[ds] dir/file");
    assertThat(new DatastorePath("ds", "")).hasToString("[ds]");
  }

  @Test
  void siblingsAreInTheSameDirectory() {
    assertThat(new DatastorePath("ds", "dir/a.vmx").sibling("sub/b.vmdk"))
        .hasToString("[ds] dir/sub/b.vmdk");
    assertThat(new DatastorePath("ds", "a.vmx").sibling("b.vmdk")).hasToString("[ds] b.vmdk");
  }

  @Test
  void aDatastoreWithoutNameIsRefused() {
    assertThatThrownBy(() -> new DatastorePath("", "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
