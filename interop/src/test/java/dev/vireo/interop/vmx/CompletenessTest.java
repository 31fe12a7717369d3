package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DomainXml;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlException;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxSyntaxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxToDomain;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nothing of the mapping is left out by the corpus: every key and every component counts. */
class CompletenessTest {
  private static final FileNameResolver FILES = VireoConverter.fileNames(Site.ESX80);
  private static final VmxToDomain READER = new VmxToDomain(ReadOptions.of(FILES));

  CompletenessTest() {}

  /**
   * A key counts if a file of the corpus is another domain, or gives other warnings, without it.
   */
  @Test
  void everyKeyThatIsReadChangesWhatSomeFileShows() {
    Set<String> effective = new TreeSet<>();
    Set<String> known = new TreeSet<>(VmxKeys.READ);
    known.addAll(VmxKeys.READ_BY_VIREO);
    for (Corpus.Entry entry : Corpus.vmx()) {
      VmxDocument document = parsed(entry.bytes());
      if (document != null && !entry.name().startsWith("syntax-")) {
        for (VmxEntry each : document.entries()) {
          String pattern = canonical(VmxKeys.pattern(each.key()), known);
          if (!effective.contains(pattern)
              && !shown(without(entry, each.key())).equals(shown(document))) {
            effective.add(pattern);
          }
        }
      }
    }

    known.removeAll(VmxKeys.READ_BY_LIBVIRT_ALONE);
    assertThat(effective).isEqualTo(known);
  }

  /** The file without the line of a key. */
  private static @Nullable VmxDocument without(Corpus.Entry entry, String key) {
    String text = new String(entry.bytes(), StandardCharsets.ISO_8859_1);
    String line = "(?m)^" + Pattern.quote(key) + " *=.*$";
    return parsed(text.replaceAll(line, "").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static @Nullable VmxDocument parsed(byte[] file) {
    try {
      return VmxDocument.parse(file);
    } catch (VmxSyntaxException e) {
      return null;
    }
  }

  /** Keys have any case. */
  private static String canonical(String pattern, Set<String> known) {
    return known.stream().filter(pattern::equalsIgnoreCase).findFirst().orElse(pattern);
  }

  /** The domain and the warnings, which do not say where in the file they are; or the error. */
  private static String shown(@Nullable VmxDocument document) {
    if (document == null) {
      return "no file";
    }
    try {
      dev.vireo.vmx.Conversion conversion = READER.convert(document);
      List<String> warnings =
          conversion.warnings().stream().map(each -> each.key() + each.text()).toList();
      return DomainXml.format(conversion.domain()) + warnings;
    } catch (VmxException e) {
      return e.key() + e.rule() + e.value();
    }
  }

  @Test
  void everyKeyThatIsWrittenIsWrittenForSomeDomain() {
    Set<String> written = new TreeSet<>();
    for (int hardwareVersion : new int[] {8, 21}) {
      DomainToVmx writer = new DomainToVmx(VmxTarget.ofHardwareVersion(hardwareVersion), FILES);
      for (Corpus.Entry entry : Corpus.xml()) {
        try {
          VmxDocument file = writer.convert(DomainXml.parse(entry.bytes())).document();
          file.entries().forEach(each -> written.add(VmxKeys.pattern(each.key())));
        } catch (XmlException | VmxException e) {
          // refused, which DifferentialTest judges
        }
      }
    }

    Set<String> expected = new TreeSet<>(VmxKeys.WRITTEN);
    expected.addAll(VmxKeys.WRITTEN_BY_VIREO);
    assertThat(written).isEqualTo(expected);
  }

  /** A component counts if some file of the corpus gives it a value. */
  @Test
  void everyComponentThatFilesCanFillIsFilled() {
    Set<String> filled = new TreeSet<>();
    for (Corpus.Entry entry : Corpus.vmx()) {
      VmxDocument document = parsed(entry.bytes());
      if (document != null) {
        try {
          collect(READER.convert(document).domain(), filled);
        } catch (VmxException e) {
          // no machine
        }
      }
    }

    assertThat(filled).isEqualTo(new TreeSet<>(FilledComponents.ALL));
  }

  /** Adds the components that say something, of a record and of all in it. */
  private static void collect(Record value, Set<String> filled) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object content = content(value, component);
      if (saysSomething(content)) {
        filled.add(value.getClass().getSimpleName() + "." + component.getName());
        if (content instanceof Extras) {
          continue; // of no record
        }
        if (content instanceof Record record) {
          collect(record, filled);
        } else if (content instanceof Collection<?> all) {
          all.stream()
              .filter(Record.class::isInstance)
              .forEach(each -> collect((Record) each, filled));
        }
      }
    }
  }

  private static @Nullable Object content(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot read " + component, e);
    }
  }

  private static boolean saysSomething(@Nullable Object content) {
    return content != null
        && !content.equals(false)
        && !(content instanceof Collection<?> all && all.isEmpty())
        && !content.equals(Extras.NONE);
  }

  /** Every warning says where: the key, and its line if the file has the key. */
  @Test
  void everyWarningHasAKeyAndItsLine() {
    int warnings = 0;
    for (Corpus.Entry entry : Corpus.vmx()) {
      VmxDocument document = parsed(entry.bytes());
      if (document != null) {
        for (ConversionWarning warning : warnings(document)) {
          warnings++;
          VmxEntry there = document.entry(warning.key());
          assertThat(warning.key()).as("%s: %s", entry, warning).isNotBlank();
          assertThat(warning.text()).as("%s: %s", entry, warning).isNotBlank();
          if (there == null) {
            assertThat(VmxKeys.READ)
                .as("%s: %s", entry, warning)
                .contains(canonical(VmxKeys.pattern(warning.key()), Set.copyOf(VmxKeys.READ)));
          } else {
            assertThat(warning.line()).as("%s: %s", entry, warning).isEqualTo(there.line());
          }
        }
      }
    }
    assertThat(warnings).isGreaterThan(100);
  }

  private static List<ConversionWarning> warnings(VmxDocument document) {
    try {
      return READER.convert(document).warnings();
    } catch (VmxException e) {
      VmxEntry there = document.entry(e.key());
      assertThat(e.line()).as("%s", e).isEqualTo(there == null ? 0 : there.line());
      return List.of();
    }
  }
}
