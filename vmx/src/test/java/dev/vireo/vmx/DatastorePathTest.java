package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
  @CsvSource({
    "[ds [1]] web, '', ds [1], web",
    "[ds [1]], '', ds [1], ''",
    "[[a] b]c, '', [a] b, c",
    "[ds] dir [1]/a[2].vmdk, '', ds, dir [1]/a[2].vmdk",
    "[ds]dir]/a, '', ds, dir]/a",
    "[ds [1] a, '', ds [1, a",
    "[ds [1] a] b, '', ds [1] a, b",
    "[ds [1] a] b, ds [1, ds [1, a] b",
    "[a]b] c, '', a, b] c",
    "[a]b] c, a]b, a]b, c",
    "[a]b] c, a;a]b, a]b, c",
    "[a]b] c, a]b;a, a]b, c",
    "[a]b] c, a;x, a, b] c",
    "[a] b] c, a] b, a] b, c",
    "[a] b] c, A] B, a, b] c"
  })
  void namesOfDatastoresMayHaveBrackets(String text, String known, String datastore, String path) {
    assertThat(DatastorePath.parse(text, () -> List.of(known.split(";"))))
        .isEqualTo(new DatastorePath(datastore, path));
  }

  @Test
  void namesThatAreKnownAreOnlyAskedForWhereTheyMatter() {
    assertThat(
            DatastorePath.parse(
                "[ds [1] web",
                () -> {
                  throw new AssertionError("one bracket closes");
                }))
        .isEqualTo(new DatastorePath("ds [1", "web"));
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
  void whatIsInOneIsBelowIt() {
    assertThat(new DatastorePath("ds", "dir").below("sub/a")).hasToString("[ds] dir/sub/a");
    assertThat(new DatastorePath("ds", "").below("a.vmx")).hasToString("[ds] a.vmx");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "a/b, a/b",
        "./a/./b/., a/b",
        "//a///b/, a/b",
        "a/../b, b",
        "a/b/../../c, c",
        "a/.., ''",
        "., ''",
        "'', ''",
        ".../a., .../a.",
        ".., none",
        "a/../../a, none",
        "/.., none",
      })
  void stepsThatLeadNowhereCanBeLeftOut(String path, String normalized) {
    DatastorePath found = new DatastorePath("ds", path).normalized();

    assertThat(found == null ? null : found.path()).isEqualTo(normalized);
    assertThat(found == null ? "ds" : found.datastore()).isEqualTo("ds");
  }

  @Test
  void aDatastoreWithoutNameIsRefused() {
    assertThatThrownBy(() -> new DatastorePath("", "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
