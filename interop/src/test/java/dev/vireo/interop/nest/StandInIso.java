package dev.vireo.interop.nest;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/**
 * An ISO image with the layout of ESXi's installer and nothing of VMware's in it. Under BIOS its
 * boot loader writes the file {@code BOOT.CFG} to the first serial port, as it finds it on the
 * disc, and switches off; under UEFI it writes {@link #UEFI_SPEAKS} and switches off.
 */
final class StandInIso {

  static final String VOLUME = "ESXI-8.0U3B-24280767-STANDARD";
  static final String UEFI_SPEAKS = "started by UEFI\n";

  static final String BOOT_CONFIG =
      """
      bootstate=0
      title=Loading ESXi installer
      timeout=5
      prefix=
      kernel=/b.b00
      kernelopt=runweasel cdromBoot
      modules=/jumpstrt.gz --- /k.b00 --- /s.v00
      build=8.0.3-0.0.24280767
      updated=0
      """;

  /** The boot information table of ISOLINUX, which xorriso writes anew. */
  static final int TABLE_FROM = 8;

  static final int TABLE_TO = 64;

  // In 16-bit machine code, from 7C40 on; the blocks of the disc are read to 8000.
  private static final String BIOS_CODE =
      // 40 cli; xor ax,ax; mov ds,ax; mov es,ax; mov ss,ax; mov sp,7C00; cld; sti
      "FA 31C0 8ED8 8EC0 8ED0 BC007C FC FB"
          // 4E mov eax,10; call read: the primary volume descriptor
          + "66B810000000 E85A00"
          // 57 mov eax,[809E]; call read: the root directory, as far as its first block goes
          + "66A19E80 E85300"
          // 5E mov si,8000
          + "BE0080"
          // 61 cmp byte [si],0; je off: no more entries
          + "803C00 7441"
          // 66 lea bx,[si+21]; mov eax,[bx]; cmp eax,'BOOT'; jne 80
          + "8D5C21 668B07 663D424F4F54 750C"
          // 74 mov eax,[bx+4]; cmp eax,'.CFG'; je 87
          + "668B4704 663D2E434647 7407"
          // 80 movzx ax,[si]; add si,ax; jmp 61
          + "0FB604 01C6 EBDA"
          // 87 mov cx,[si+0A]; mov eax,[si+2]; call read; mov si,8000
          + "8B4C0A 668B4402 E82000 BE0080"
          // 94 lodsb; mov ah,al; mov dx,3FD
          + "AC 88C4 BAFD03"
          // 9A in al,dx; test al,20; jz 9A; mov al,ah; mov dx,3F8; out dx,al; loop 94
          + "EC A820 74FB 88E0 BAF803 EE E2ED"
          // A7 off: mov dx,604; mov ax,2000; out dx,ax; hlt; jmp AE
          + "BA0406 B80020 EF F4 EBFD"
          // B1 read: block EAX by interrupt 13, function 42
          + "66A30806 6631C0 66A30C06 66C706000610000100 66C706040600800000"
          + "60 B442 BE0006 CD13 61 C3";

  // In 64-bit machine code: the text behind it to the serial port, then off.
  private static final String UEFI_CODE =
      // 00 lea rsi,[2D]; 07 lodsb; test al,al; jz 20; mov ah,al; mov dx,3FD
      "488D3526000000 AC 84C0 7414 88C4 66BAFD03"
          // 12 in al,dx; test al,20; jz 12; mov al,ah; mov dx,3F8; out dx,al; jmp 07
          + "EC A820 74FB 88E0 66BAF803 EE EBE7"
          // 20 mov dx,604; mov ax,2000; out dx,ax; hlt; jmp 2A
          + "66BA0406 66B80020 66EF F4 EBFD";

  private StandInIso() {}

  /**
   * Makes the image.
   *
   * @param folder an empty folder for it and its files
   * @param bootConfig what both boot configurations say
   * @return the image
   */
  static Path in(Path folder, String bootConfig) throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.createDirectories(tree.resolve("EFI/BOOT"));
    Files.createDirectories(tree.resolve("UPGRADE"));
    Files.writeString(tree.resolve("BOOT.CFG"), bootConfig);
    // The one under EFI with the line ends of DOS, so that both kinds are seen to stay.
    Files.writeString(tree.resolve("EFI/BOOT/BOOT.CFG"), bootConfig.replace("\n", "\r\n"));
    Files.write(tree.resolve("ISOLINUX.BIN"), biosLoader());
    Files.writeString(tree.resolve("ISOLINUX.CFG"), "DEFAULT menu.c32\n");
    Files.writeString(tree.resolve("UPGRADE/PROFILE.XML"), "<imageprofile/>\n");
    Files.write(tree.resolve("EFI/BOOT/BOOTX64.EFI"), uefiProgram());
    Random random = new Random(4);
    for (String module : new String[] {"JUMPSTRT.GZ", "K.B00", "S.V00"}) {
      byte[] content = new byte[100_000 + random.nextInt(100_000)];
      random.nextBytes(content);
      Files.write(tree.resolve(module), content);
    }
    efiImage(tree);
    Path iso = folder.resolve("esxi.iso");
    Command.of(ForeignProgram.XORRISO)
        .run(
            ("-as mkisofs -relaxed-filenames -J -V "
                    + VOLUME
                    + " -o "
                    + iso
                    + " -b ISOLINUX.BIN -c BOOT.CAT -no-emul-boot -boot-load-size 4"
                    + " -boot-info-table -eltorito-alt-boot -eltorito-platform efi"
                    + " -b EFIBOOT.IMG -no-emul-boot "
                    + tree)
                .split(" "))
        .succeeded();
    return iso;
  }

  private static byte[] biosLoader() {
    byte[] loader = new byte[2048];
    // jmp 7C40, past the boot information table.
    loader[0] = (byte) 0xEB;
    loader[1] = 0x3E;
    byte[] code = HexFormat.of().parseHex(BIOS_CODE.replace(" ", ""));
    System.arraycopy(code, 0, loader, TABLE_TO, code.length);
    return loader;
  }

  /** The file system of the entry for UEFI, with the program in the place that UEFI looks at. */
  private static void efiImage(Path tree) {
    Path image = tree.resolve("EFIBOOT.IMG");
    String program = tree.resolve("EFI/BOOT/BOOTX64.EFI").toString();
    mtools("mformat", "-C", "-i", image.toString(), "-f", "1440", "::");
    mtools("mmd", "-i", image.toString(), "::/EFI", "::/EFI/BOOT");
    mtools("mcopy", "-i", image.toString(), program, "::/EFI/BOOT/BOOTX64.EFI");
  }

  /** Runs one of the programs that read and write FAT file systems. */
  static String mtools(String... arguments) {
    return Command.of(ForeignProgram.MTOOLS).leading("-c").run(arguments).succeeded();
  }

  /**
   * A program for UEFI with one section, after Microsoft's "PE Format": the fields that are not 0.
   */
  private static byte[] uefiProgram() {
    byte[] code = HexFormat.of().parseHex(UEFI_CODE.replace(" ", ""));
    byte[] text = (UEFI_SPEAKS + '\0').getBytes(StandardCharsets.US_ASCII);
    byte[] section = Arrays.copyOf(code, 512);
    System.arraycopy(text, 0, section, code.length, text.length);

    ByteBuffer file = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort(0, (short) 0x5A4D).putInt(0x3C, 0x40);
    // Machine x86-64, one section, size of the optional header, an executable without line numbers.
    file.position(0x40).putInt(0x4550).putShort((short) 0x8664).putShort((short) 1);
    file.position(0x54).putShort((short) 240).putShort((short) 0x0206);
    // PE32+; sizes of code; entry point and base of code.
    file.putShort((short) 0x20B).position(0x5C).putInt(512);
    file.position(0x68).putInt(4096).putInt(4096);
    // Image base; alignments in memory and in the file.
    file.putLong(0x40_0000).putInt(4096).putInt(512);
    // Sizes of image and headers; subsystem: EFI application; number of data directories.
    file.position(0x90).putInt(8192).putInt(512);
    file.position(0x9C).putShort((short) 10);
    file.position(0xC4).putInt(16);
    // The section: its size, place, and that it is code to be read and executed.
    file.position(0x148).put(".text".getBytes(StandardCharsets.US_ASCII));
    file.position(0x150).putInt(512).putInt(4096).putInt(512).putInt(512);
    file.position(0x16C).putInt(0x6000_0020);
    file.position(512).put(section);
    return file.array();
  }
}
