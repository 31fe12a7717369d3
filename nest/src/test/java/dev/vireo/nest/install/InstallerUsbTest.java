package dev.vireo.nest.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.NestException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stick as bytes; the interop tests have other programs read it. */
class InstallerUsbTest {

  @TempDir private Path folder;

  InstallerUsbTest() {}

  @Test
  void thePartitionHasTheFile() throws IOException {
    Path stick = folder.resolve("stick.img");

    InstallerUsb.write(TestMedia.kickstart(), stick, false);

    ByteBuffer image = ByteBuffer.wrap(Files.readAllBytes(stick)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(image.get(0x1C2)).isEqualTo((byte) 0x0C);
    int partition = image.getInt(0x1C6) * 512;
    assertThat(partition).isEqualTo(1 << 20);
    assertThat(image.getInt(0x1CA) * 512L).isEqualTo(image.capacity() - partition);
    // Of the boot sector: reserved sectors, sectors of a file allocation table, number of them.
    int root =
        partition + (image.getShort(partition + 14) + 2 * image.getInt(partition + 36)) * 512;
    byte[] file = TestMedia.kickstart().bytes();
    byte[] read = new byte[file.length];
    image.get(root + 512, read);
    assertThat(read).isEqualTo(file);
    assertThat(image.getInt(root + 64 + 28)).isEqualTo(file.length);
  }

  @Test
  void nobodyElseMayReadIt() throws IOException {
    Path stick = folder.resolve("stick.img");

    InstallerUsb.write(TestMedia.kickstart(), stick, false);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stick)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsThereStaysUnlessItMayBeReplaced() throws IOException {
    Path stick = Files.writeString(folder.resolve("stick.img"), "mine");

    assertThatThrownBy(() -> InstallerUsb.write(TestMedia.kickstart(), stick, false))
        .isInstanceOf(NestException.class)
        .hasMessage(stick + " is there already, and nothing is overwritten")
        .extracting("hints")
        .isEqualTo(List.of("remove it, or give another name"));
    assertThat(stick).hasContent("mine");
    assertThat(TestMedia.filesIn(folder)).containsExactly("stick.img");

    InstallerUsb.write(TestMedia.kickstart(), stick, true);
    assertThat(stick).hasSize(40 << 20);
    assertThat(TestMedia.filesIn(folder)).containsExactly("stick.img");
  }

  @Test
  void onlyAFileIsReplaced() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("stick.img"));

    assertThatThrownBy(() -> InstallerUsb.write(TestMedia.kickstart(), directory, true))
        .hasMessageContaining("is there already");
    assertThat(directory).isDirectory();
  }

  @Test
  void aMissingDirectoryIsSaid() {
    Path stick = folder.resolve("none/stick.img");

    assertThatThrownBy(() -> InstallerUsb.write(TestMedia.kickstart(), stick, false))
        .hasMessage("there is no directory %s for %s".formatted(stick.getParent(), stick));
  }

  @Test
  void anInterruptLeavesNothingBehindAndIsNotLost() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> InstallerUsb.write(TestMedia.kickstart(), folder.resolve("stick.img"), false))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("cannot be made");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(TestMedia.filesIn(folder)).isEmpty();
  }

  @Test
  void whatIsTypedNamesTheFileFirst() {
    assertThat(InstallerUsb.typed(List.of(KernelOption.parse("allowLegacyCPU=true"))))
        .isEqualTo("ks=usb:/ks.cfg allowLegacyCPU=true");
  }
}
