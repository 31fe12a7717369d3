package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold before the documents are compared one by one. */
@Needs(ForeignProgram.VIRSH)
class VireoConverterTest {
  private static final int COUNT = 200;

  @TempDir Path folder;

  VireoConverterTest() {}

  @Test
  void everyFileThatLibvirtReadsIsRead() {
    List<byte[]> files = new ArrayList<>();
    Corpus.of(Direction.VMX_TO_XML).forEach(entry -> files.add(entry.bytes()));
    LongStream.range(1, COUNT).forEach(seed -> files.add(RandomVmx.file(seed)));

    try (LibvirtConverter libvirt = LibvirtConverter.open(Site.ESX80, folder);
        VireoConverter vireo = new VireoConverter(Site.ESX80)) {
      List<Result> theirs = libvirt.vmxToXml(files);
      List<Result> ours = vireo.vmxToXml(files);

      List<String> refusals = new ArrayList<>();
      int read = 0;
      for (int i = 0; i < files.size(); i++) {
        if (theirs.get(i) instanceof Result.Document) {
          read++;
          if (ours.get(i) instanceof Result.Refusal refusal) {
            refusals.add(refusal.message());
          }
        }
      }
      assertThat(refusals).isEmpty();
      assertThat(read).isGreaterThan(files.size() / 2);
    }
  }
}
