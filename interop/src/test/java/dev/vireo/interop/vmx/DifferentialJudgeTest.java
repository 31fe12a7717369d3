package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A converter that is wrong is found out, and one that is right is not accused. */
@Needs(ForeignProgram.VIRSH)
class DifferentialJudgeTest {
  private static final int COUNT = 100;

  @TempDir Path folder;

  DifferentialJudgeTest() {}

  @Test
  void theSameResultsAreNoDisagreement() {
    try (LibvirtConverter libvirt = LibvirtConverter.open(Site.ESX80, folder)) {
      Differential same =
          new Differential(
              libvirt, new AlteredConverter(libvirt, xml -> xml), new Comparison(List.of()));

      assertThat(same.corpus(Direction.VMX_TO_XML)).isEmpty();
      assertThat(same.random(Direction.VMX_TO_XML, 1, COUNT)).isEmpty();
      assertThat(same.random(Direction.XML_TO_VMX, 1, COUNT)).isEmpty();
    }
  }

  @Test
  void oneWrongValueIsADisagreementThatNamesTheDocument() {
    try (LibvirtConverter libvirt = LibvirtConverter.open(Site.ESX80, folder)) {
      Converter wrong =
          new AlteredConverter(libvirt, text -> text.replace("bus='ide'", "bus='sata'"));
      Differential differential = new Differential(libvirt, wrong, new Comparison(List.of()));

      assertThat(differential.corpus(Direction.VMX_TO_XML))
          .hasSizeGreaterThan(20)
          .anyMatch(text -> text.startsWith("disk-ide:"))
          .noneMatch(text -> text.startsWith("disk-scsi-lsilogic:"));
      assertThat(differential.random(Direction.VMX_TO_XML, 1, COUNT))
          .isNotEmpty()
          .allMatch(text -> text.startsWith("random document of seed "));
    }
  }
}
