package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.interop.process.SourceTree;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEscapes;
import dev.vireo.vmx.VmxSyntaxException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The syntax of VMX files as C libvirt 9.0 reads it, and the differences that docs/vmx.md numbers.
 * libvirt converts them without a host, if it finds what looks like a VMware Player.
 */
@Needs(ForeignProgram.VIRSH)
class LibvirtSyntaxTest {
  private static final String START = "config.version = \"8\"\nvirtualHW.version = \"8\"\n";

  /** What decoding makes of bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\ufffd';

  private static final Pattern NAME = Pattern.compile("(?s)<name>(.*?)</name>|<name/>");
  private static final Pattern MEMORY = Pattern.compile("<memory unit='KiB'>(\\d+)<");
  private static final Pattern NUMBERED_ROW = Pattern.compile("(?m)^\\| (\\d+) \\|");

  @TempDir static Path folder;
  private static Command virsh = Command.of(ForeignProgram.VIRSH);

  /**
   * A file and whether both read the same.
   *
   * @param difference the number of the difference in docs/vmx.md; 0 if both are the same
   */
  record Case(int difference, String text, Charset charset) {
    static Case same(String lines) {
      return differs(0, lines);
    }

    static Case same(String lines, String charset) {
      String text = START + ".encoding = \"" + charset + "\"\n" + lines;
      return new Case(0, text, Charset.forName(charset));
    }

    /** A file whose encoding Java has another name for. */
    static Case named(int difference, String lines, String name, String charset) {
      String text = START + ".encoding = \"" + name + "\"\n" + lines;
      return new Case(difference, text, Charset.forName(charset));
    }

    static Case differs(int difference, String lines) {
      return new Case(difference, START + lines, StandardCharsets.UTF_8);
    }

    static Case bytes(int difference, String lines) {
      return new Case(difference, START + lines, StandardCharsets.ISO_8859_1);
    }

    byte[] file() {
      return text.getBytes(charset);
    }

    @Override
    public String toString() {
      String shown = text.substring(0, Math.min(120, text.length())).replace(START, "");
      return difference + ": " + shown.replace("\n", "\\n").replace("\0", "\\0");
    }
  }

  @BeforeAll
  static void pretendAPlayer() throws IOException {
    Map<String, String> programs =
        Map.of(
            "vmrun", "exit 0",
            "vmplayer", "echo 'VMware Player 16.0.0 build-1'",
            "vmware", "echo 'VMware Workstation 16.0.0 build-1'");
    for (Map.Entry<String, String> program : programs.entrySet()) {
      Path file = folder.resolve(program.getKey());
      Files.writeString(file, "#!/bin/sh\n" + program.getValue() + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    virsh =
        virsh
            .with("PATH", folder + ":/usr/bin:/bin")
            .with("HOME", folder.toString())
            .with("XDG_RUNTIME_DIR", folder.toString())
            .leading("-c", "vmwareplayer:///session", "domxml-from-native", "vmware-vmx");
  }

  static Stream<Case> cases() {
    return Stream.of(same(), encodings(), differences()).flatMap(List::stream);
  }

  private static List<Case> same() {
    return Stream.of(
            "",
            "displayName = \"a\"",
            "DISPLAYNAME='a\"b'",
            "displayName = \"it's\"",
            "displayName = \"\"\"a\nb\"\"\"",
            "displayName = \"\"\"a\"\"b\"\"\"\n",
            "displayName = \"\"\"\"\"x\"\"\"\n",
            "displayName = \"\"\"\"\"\"\nmemsize=\"64\"",
            "displayName = \"\"\"a\"\"\"b\"\"\"",
            "displayName = \"\"\"a\"\"\"\"\nmemsize=\"64\"",
            "displayName = \"\"\"a",
            "displayName = \"a\nb\"",
            "displayName = 'a",
            "displayName = \"a\\\"",
            "displayName = \"a\\nb\"",
            "displayName = \"\"",
            "displayName = \"a\"; memsize = \"64\"",
            "displayName = \"a\" ;memsize = \"64\" # c\n",
            "displayName = \"a\";\n\n# c\nmemsize = \"64\"",
            "displayName = \"a\" # ; memsize = \"64\"",
            "displayName = \"a\"# x\nmemsize=\"64\"",
            "displayName = \"a\" memsize = \"64\"",
            "displayName = \"a\";;",
            "displayName = \"a\"\n;",
            "displayName = \"a\"x",
            "displayName = \"a\"\"b\"",
            "displayName = [\"a\"]",
            "displayName \"a\"",
            "displayName\n= \"a\"",
            "= \"a\"",
            "a b = \"1\"",
            "; a = \"1\"",
            "// c",
            ".a = \"1\"\na-b:c_d.e = \"2\"\ndisplayName\t=\t\"x\"",
            "displayName = \"a\"\rmemsize=\"64\"\r\n",
            "displayName = \"a\rb\"",
            "displayName = \"a\tb\"",
            "displayName = \"a\"\u000b",
            "displayName = \"a\"\ndisplayname = \"b\"",
            "#!/usr/bin/vmware\ndisplayName = \"é\"",
            "displayName = \"a%25b|22c%7C22|2541\"")
        .map(Case::same)
        .toList();
  }

  private static List<Case> encodings() {
    List<Case> cases = new ArrayList<>();
    for (String name : List.of("windows-1252", "ISO-8859-1", "UTF-8", "utf-8")) {
      cases.add(Case.same("displayName = \"é\"", name));
    }
    cases.add(Case.same("displayName = \"\u8868\u30bd\"", "Shift_JIS"));
    cases.add(Case.same("displayName = \"\u4e2d\u6587\"", "GBK"));
    cases.add(Case.same("displayName = \"\u529f\u8a31\"", "Big5"));
    cases.add(Case.same("displayName = \"\u65e5\u672c\"", "EUC-JP"));
    cases.add(Case.same("displayName = \"\ud55c\"", "EUC-KR"));
    cases.add(Case.named(0, "displayName = \"똠방\"", "windows-949-2000", "x-windows-949"));
    cases.add(Case.named(0, "displayName = \"碁銹\"", "Big5", "x-windows-950"));
    cases.add(Case.named(0, "displayName = \"镕\"", "GBK", "x-mswin-936"));
    cases.add(Case.named(0, "displayName = \"똠방\"", "KS_C_5601-1987", "x-windows-949"));
    cases.add(Case.named(0, "displayName = \"é\"", "ibm-5348_P100-1997", "windows-1252"));
    cases.add(Case.bytes(0, "displayName = \"\u00e9\"\n.Encoding = \"windows-1252\"\n"));
    return cases;
  }

  private static List<Case> differences() {
    return List.of(
        Case.differs(1, "memsize = 64"),
        Case.differs(1, "displayName = a # b"),
        Case.differs(1, "displayName ="),
        Case.differs(2, "8a = \"1\""),
        Case.differs(2, "guestinfo.a/b = \"1\""),
        new Case(3, "\ufeff" + START, StandardCharsets.UTF_8),
        Case.differs(5, "#\0\nmemsize = \"64\""),
        Case.bytes(6, "displayName = \"\u00e9\""),
        Case.bytes(7, ".encoding = \"UTF-8\"\ndisplayName = \"\u00ff\""),
        Case.bytes(7, ".encoding = \"GBK\"\ndisplayName = \"\u00ff\u00ff\""),
        Case.differs(8, ".encoding = \"klingon\""),
        Case.differs(8, ".encoding = \"UTF-16\""),
        Case.differs(9, "displayName = \"\"\"\"\"\""),
        Case.differs(10, "#".repeat(11 << 20)),
        Case.named(11, "displayName = \"ポ7C\"", "Shift_JIS", "windows-31j"),
        Case.named(12, "displayName = \"①髙\"", "Shift_JIS", "windows-31j"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsAsLibvirtDoesButForTheDifferences(Case file) throws IOException {
    String libvirt = readByLibvirt(file.file());
    String vireo = readByVireo(file.file());

    if (file.difference() == 0) {
      assertThat(vireo).isEqualTo(libvirt);
    } else {
      assertThat(vireo).as("no difference any more").isNotEqualTo(libvirt);
    }
  }

  @Test
  void libvirtDoesNotReadAFileOfBlankLines() throws IOException {
    Path file = Files.writeString(folder.resolve("blank.vmx"), "\n\n");

    assertThat(virsh.run(file.toString()).stderr()).contains("syntax error");
    assertThat(VmxDocument.parse("\n\n").entries()).isEmpty();
  }

  @Test
  void eachNumberedDifferenceIsShown() throws IOException {
    String page = Files.readString(SourceTree.root().resolve("docs/vmx.md"));
    Set<Integer> numbered =
        NUMBERED_ROW
            .matcher(page)
            .results()
            .map(row -> Integer.valueOf(row.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Integer> shown =
        differences().stream().map(Case::difference).collect(Collectors.toCollection(TreeSet::new));
    shown.add(4); // libvirtDoesNotReadAFileOfBlankLines

    assertThat(shown).isEqualTo(numbered);
  }

  private static String readByVireo(byte[] file) {
    VmxDocument document;
    try {
      document = VmxDocument.parse(file);
    } catch (VmxSyntaxException e) {
      return "error";
    }
    String name = document.get("displayName");
    String memory = document.get("memsize");
    return (name == null ? "" : VmxEscapes.unescapeDisplayName(name))
        + ", "
        + Integer.parseInt(memory == null ? "32" : memory) * 1024;
  }

  private static String readByLibvirt(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file.vmx"), bytes);
    Outcome outcome = virsh.run(file.toString());
    if (outcome.stdout().indexOf(REPLACEMENT) >= 0) {
      return "not UTF-8"; // no file here has this character, so virsh printed a raw byte
    }
    if (outcome.exitCode() != 0) {
      assertThat(outcome.stderr())
          .containsPattern("syntax error|doesn't handle|Failed to read file");
      return "error";
    }
    Matcher memory = MEMORY.matcher(outcome.stdout());
    assertThat(memory.find()).isTrue();
    Matcher name = NAME.matcher(outcome.stdout());
    String text = name.find() && name.group(1) != null ? name.group(1) : "";
    return text.replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
        + ", "
        + memory.group(1);
  }
}
