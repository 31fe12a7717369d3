package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VmxDocumentTest {
  private static final String TEXT =
      "#!/usr/bin/vmware\n.encoding = \"UTF-8\"\nmemsize = \"64\" # MB\nnumvcpus='2'; displayName=\"a\"\n";

  @Test
  void findsValuesWhateverTheCaseOfTheKey() {
    VmxDocument document = VmxDocument.parse(TEXT);

    assertThat(document.get("MemSize")).isEqualTo("64");
    assertThat(document.entry("NUMVCPUS")).isEqualTo(new VmxEntry("numvcpus", "2", 4));
    assertThat(document.get("absent")).isNull();
  }

  @Test
  void changesValuesInPlaceAndAppendsNewOnes() {
    VmxDocument edited =
        VmxDocument.parse(TEXT).edit().set("MEMSIZE", "128").set("uuid.bios", "x").apply();

    assertThat(edited.text()).isEqualTo(TEXT.replace("\"64\"", "\"128\"") + "uuid.bios = \"x\"\n");
  }

  @Test
  void removesEntriesWithTheirLines() {
    VmxDocument edited = VmxDocument.parse(TEXT).edit().remove("memsize").apply();

    assertThat(edited.text()).isEqualTo(TEXT.replace("memsize = \"64\" # MB\n", ""));
  }
}
