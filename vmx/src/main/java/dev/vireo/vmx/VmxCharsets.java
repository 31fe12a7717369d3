package dev.vireo.vmx;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The charsets that {@code .encoding} can name. VMware's products write the names of ICU and IANA
 * there, of which Java does not know all, and mean the code pages of Windows by some that Java
 * takes more narrowly: {@code Shift_JIS}, {@code Big5}, {@code GBK} and {@code EUC-KR} are 932,
 * 950, 936 and 949. Names are the same whatever their case, blanks and punctuation, as ICU and
 * VMware compare them.
 *
 * <p>Source of the names: the table of open-vm-tools, lib/unicode/unicodeSimpleTypes.c.
 */
public final class VmxCharsets {

  private static final String ASCII = ascii();

  private VmxCharsets() {}

  /** What a name stands for. */
  public sealed interface Named {

    /** A charset that a file can be read and written in. */
    record Usable(Charset charset) implements Named {}

    /**
     * No such charset.
     *
     * @param known whether VMware's products know it and only Java does not
     * @param problem what is wrong with the name, as the end of a sentence about it
     */
    record Unusable(boolean known, String problem) implements Named {}
  }

  /** What a value of {@code .encoding} stands for. */
  public static Named named(String name) {
    if (name.equalsIgnoreCase("UTF-8")) {
      return new Named.Usable(StandardCharsets.UTF_8); // The usual one needs no table.
    }
    String plain = plain(name);
    String java = Aliases.JAVA.get(plain);
    Charset charset = java == null ? javaCharset(name, plain) : forName(java);
    if (charset == null) {
      boolean known = java != null || Aliases.WITHOUT_JAVA.contains(plain);
      return new Named.Unusable(
          known,
          known ? "is an encoding that this Java does not have" : "is no encoding that is known");
    }
    return keepsAscii(charset)
        ? new Named.Usable(charset)
        : new Named.Unusable(
            false, "cannot be the encoding of a configuration file: its ASCII is not ASCII");
  }

  /** Letters and digits in lower case; those alone count. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < 0x80 && Character.isLetterOrDigit(c)) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  private static @Nullable Charset javaCharset(String name, String plain) {
    Charset charset = forName(name);
    return charset != null || plain.isEmpty() ? charset : JavaNames.PLAIN.get(plain);
  }

  private static @Nullable Charset forName(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static boolean keepsAscii(Charset charset) {
    if (!charset.canEncode()) {
      return false;
    }
    byte[] encoded = ASCII.getBytes(charset);
    return Arrays.equals(encoded, ASCII.getBytes(StandardCharsets.US_ASCII))
        && new String(encoded, charset).equals(ASCII);
  }

  private static String ascii() {
    // The charsets of ISO 2022 shift into others, which use ASCII's bytes, with these sequences.
    StringBuilder text = new StringBuilder("\t\n\r\u001b$B!!\u001b(B\u001b$)C\u000e!!\u000f");
    for (char c = ' '; c < 0x7f; c++) {
      text.append(c);
    }
    return text.toString();
  }

  /** Java's own names in the form that is compared, for those that Java wants punctuated. */
  private static final class JavaNames {
    static final Map<String, Charset> PLAIN = new HashMap<>();

    static {
      for (Charset charset : Charset.availableCharsets().values()) {
        PLAIN.put(plain(charset.name()), charset);
        charset.aliases().forEach(alias -> PLAIN.putIfAbsent(plain(alias), charset));
      }
    }

    private JavaNames() {}
  }

  /** The names that Java does not know, or knows as something else. */
  private static final class Aliases {

    /** Java's name of a charset, then those of VMware and ICU, in the form that is compared. */
    private static final String TABLE =
        """
        windows-31j shiftjis mskanji csshiftjis ibm943p15a2003 ibm943 xsjis xmscp932 cp932 cp943c \
        ibm943c ms932 pck sjis ibm943vsubvpua windows932 windows31j cswindows31j 932
        x-IBM943C ibm943p1301999 cp943 943 ibm943vasciivsubvpua
        x-windows-949 windows9492000 windows949 ksc56011987 ksc56011989 ksc5601 csksc56011987 \
        korean isoir149 ms949 cp949 949 euckr cseuckr ibmeuckr 5601 cp970 970 ibm970 \
        ibm970p110p1102006u2 ibm970p1101995 ibm970vpua windows51949 windows20949 ibm1363 \
        ibm1363p11b1998 ibm1363p1101997 cp1363 ksc ibm1363vsubvpua
        x-mswin-936 gbk cp936 936 ms936 windows936 windows9362000 ibm1386 ibm1386p1002001 cp1386 \
        ibm1386vsubvpua gb2312 csgb2312 euccn ibmeuccn hp15cn ibm1383 ibm1383p1101999 cp1383 1383 \
        ibm1383vpua windows51936
        x-windows-950 big5 csbig5 windows950 windows9502000 xbig5 cp950 950 ibm1373 \
        ibm1373p1002002
        Big5-HKSCS big5hkscs big5hk hkscsbig5 ibm1375 ibm1375p1002007 ibm1375p1002008
        x-MS950-HKSCS ibm5471 ibm5471p1002006 ms950hkscs hkbig5
        GB18030 gb18030 ibm1392 windows54936
        x-eucJP-Open eucjp xeucjp eucjis ujis cseucpkdfmtjapanese ibmeucjp \
        extendedunixcodepackedformatforjapanese ibm954 ibm954p1012007 windows20932 windows51932 \
        ibm33722p12ap12a2004u2 ibm33722p12ap12a2009u2 ibm33722 ibm5050 ibm33722vpua
        x-IBM874 ibm874 ibm874p1001995 cp874 ibm9066 tis620 tis6202533 eucth
        x-windows-874 windows8742000 windows874 ms874
        UTF-8 utf8 ibm1208 ibm1209 ibm5304 ibm5305 ibm13496 ibm13497 ibm17592 ibm17593 cp1208 \
        windows65001
        CESU-8 cesu8 cscesu8 ibm9400
        US-ASCII iso646irv1983 isoir2 irv csiso2intlrefversion windows20127
        ISO-8859-1 windows28591
        ISO-8859-2 ibm912p1001995 windows28592
        ISO-8859-3 ibm913p1002000 windows28593
        ISO-8859-4 ibm914p1001995 windows28594
        ISO-8859-5 ibm915p1001995 windows28595
        ISO-8859-6 ibm1089p1001995 windows28596 windows708 iso88596e csiso88596e iso88596i \
        csiso88596i
        ISO-8859-7 ibm9005x1102007 ibm9005x1101995 ibm9005 ibm813p1001995 windows28597
        ISO-8859-8 ibm5012p1001999 ibm5012 hebrew8 iso88598e csiso88598e iso88598i csiso88598i \
        windows28598 windows38598
        ISO-8859-9 ibm920p1001995 ecma128 turkish turkish8 windows28599
        ISO-8859-13 ibm921p1001995 ibm921 cp921 921 windows28603
        ISO-8859-15 ibm923p1001998 windows28605
        windows-1250 ibm5346p1001998 ibm5346 ibm1250p1001995 ibm1250
        windows-1251 ibm5347p1001998 ibm5347 ansi1251 ibm1251p1001995 ibm1251
        windows-1252 ibm5348p1001997 ibm5348 ibm1252p1002000 ibm1252
        windows-1253 ibm5349p1001998 ibm5349 ibm1253 ibm1253p1001995
        windows-1254 ibm5350p1001998 ibm5350 ibm1254 ibm1254p1001995
        windows-1255 ibm9447p1002002 ibm9447 ibm5351 ibm5351p1001998 ibm1255
        windows-1256 ibm9448x1002005 ibm9448 ibm5352 ibm5352p1001998 ibm1256
        windows-1257 ibm9449p1002002 ibm9449 ibm5353 ibm5353p1001998 ibm1257
        windows-1258 ibm5354p1001998 ibm5354 ibm1258 ibm1258p1001997
        IBM437 ibm437p1001995 cspc8codepage437 windows437
        x-IBM737 ibm737p1001997 windows737
        IBM775 ibm775p1001996 cspc775baltic windows775
        IBM850 ibm850p1001995 windows850
        IBM852 ibm852p1001995 windows852
        IBM855 ibm855p1001995 csibm855 windows855
        IBM857 ibm857p1001995 windows857
        IBM00858 ibm858p1001997 windows858
        IBM860 ibm860p1001995 windows860
        IBM861 ibm861p1001995 windows861
        IBM862 ibm862p1001995 dos862 windows862
        IBM863 ibm863p1001995 windows863
        IBM864 ibm864x1101999 windows864
        IBM865 ibm865p1001995 windows865
        IBM866 ibm866p1001995 windows866
        IBM868 ibm868p1001995
        IBM869 ibm869p1001995 windows869
        KOI8-R ibm878p1001996 ibm878 cp878 windows20866
        KOI8-U ibm1168p1002002 ibm1168 windows21866
        x-MacRoman macintosh mac csmacintosh macos02102 macroman windows10000
        x-MacGreek xmacgreek macgr macos62104 windows10006
        x-MacCyrillic xmaccyrillic maccy maccyrillic macos73102 windows10007
        x-MacCentralEurope xmacce macce maccentraleurope xmaccentraleurroman macos29102 \
        windows10029
        x-MacTurkish xmacturkish mactr macos35102 windows10081
        x-Johab johab windows1361
        x-ISCII91 windows57002 xisciide isciidev ibm4902
        """;

    static final Map<String, String> JAVA = new HashMap<>();

    /** Those that VMware's products can write and Java can not, in the form that is compared. */
    static final Set<String> WITHOUT_JAVA =
        Set.of(
            ("iso885910 isoir157 l6 iso8859101992 csisolatin6 latin6 iso8859101998"
                    + " iso885914 isoir199 iso8859141998 latin8 isoceltic l8"
                    + " windows720 dos720 ibm720 ibm720p1001997"
                    + " windows57003 xisciibe isciibng windows57004 xisciita isciitml"
                    + " windows57005 xisciite isciitlg windows57006 xisciias"
                    + " windows57007 xisciior isciiori windows57008 xisciika isciiknd"
                    + " windows57009 xisciima isciimlm windows57010 xisciigu xisciiguj"
                    + " windows57011 xisciipa isciigur kz1048 strk10482002 rk1048 cskz1048"
                    + " hproman8 roman8 r8 cshproman8 ibm1051 ibm1051p1001995"
                    + " ibm851 cp851 851 csibm851 ibm851p1001995 decmcs dec csdecmcs")
                .split(" "));

    static {
      for (String row : TABLE.split("\n")) {
        String[] names = row.split(" ");
        for (int i = 1; i < names.length; i++) {
          JAVA.put(names[i], names[0]);
        }
      }
    }

    private Aliases() {}
  }
}
