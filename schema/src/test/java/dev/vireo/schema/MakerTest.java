package dev.vireo.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakerTest {

  @TempDir private Path folder;

  MakerTest() {}

  private static String java(String schema, String type) {
    return Objects.requireNonNull(
        Maker.java(Schema.of(Map.of("test.vi", schema)))
            .get("dev/vireo/vim/types/" + type + ".java"));
  }

  @Test
  void inheritedMembersComeFirstAndUnmadeOnesNotAtAll() {
    String disk =
        java(
            """
            object Device
              key int : identity
              hidden int
            object Disk extends Device : A disk.
              size optional long since 5.0 : in bytes
            """,
            "Disk");

    assertThat(disk)
        .contains("    int key,\n    @Nullable Long size)\n    implements DataObject {")
        .contains("@param size in bytes; null when it is not set (API 5.0)")
        .doesNotContain("hidden");
  }

  @Test
  void aTypeThatOthersExtendIsAnInterface() {
    String device =
        java(
            "object Device : A device.\n  key int : identity\nobject Disk extends Device : A disk.\n",
            "Device");

    assertThat(device)
        .contains("public interface Device extends DataObject {")
        .contains("record Plain(")
        .contains("record Other(")
        .contains("rest = MemberReader.add(rest, in.field());");
  }

  @Test
  void manyOptionalMembersMakeABuilder() {
    String few = "object Few : f\n" + optional(5);
    String many = "object Many : m\n  must string : must\n" + optional(6);

    assertThat(java(few, "Few")).doesNotContain("Builder");
    assertThat(java(many, "Many"))
        .contains("public Builder toBuilder()")
        .contains("Objects.requireNonNull(must, \"must\")");
  }

  private static String optional(int count) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < count; i++) {
      members.append("  m").append(i).append(" optional int : number\n");
    }
    return members.toString();
  }

  @Test
  void theConstantOfAValueIsInCapitals() {
    assertThat(EnumerationSource.constant("poweredOn")).isEqualTo("POWERED_ON");
    assertThat(EnumerationSource.constant("toolsOk")).isEqualTo("TOOLS_OK");
    assertThat(EnumerationSource.constant("CPUAllocation")).isEqualTo("CPU_ALLOCATION");
    assertThat(EnumerationSource.constant("vmx-13")).isEqualTo("VMX_13");
    assertThat(EnumerationSource.constant("3rd")).isEqualTo("_3RD");
  }

  @Test
  void theTableSaysWhatMayBeUnsetWhatIsAListAndWhatCameLater() {
    String table =
        TypeTable.of(
            Schema.of(
                Map.of(
                    "test.vi",
                    """
                    managed ManagedObject
                    managed Machine since 4.0
                      disk optional list Disk since 4.1
                    object Disk
                      key int : identity
                    """)));

    assertThat(table)
        .isEqualTo(
            """
            data Disk - 2.5
             key int
            managed Machine ManagedObject 4.0
             disk? Disk[] 4.1
            managed ManagedObject - 2.5
            """);
  }

  @Test
  void filesAreWrittenWhenTheyChangeAndGoWithTheirTypes() throws IOException {
    Path schema = Files.createDirectory(folder.resolve("schema"));
    Path target = folder.resolve("made");
    Path types = target.resolve("dev/vireo/vim/types");
    Files.writeString(schema.resolve("a.vi"), "object A : a\nobject B : b\n");
    Maker.main("java", schema.toString(), target.toString());
    FileTime old = FileTime.fromMillis(1_000);
    Files.setLastModifiedTime(types.resolve("A.java"), old);

    Files.writeString(schema.resolve("a.vi"), "object A : a\n");
    Maker.main("java", schema.toString(), target.toString());

    assertThat(Files.getLastModifiedTime(types.resolve("A.java"))).isEqualTo(old);
    assertThat(types.resolve("B.java")).doesNotExist();
  }
}
