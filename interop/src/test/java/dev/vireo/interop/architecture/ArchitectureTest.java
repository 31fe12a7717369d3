package dev.vireo.interop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.SourceTree;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/architecture.md draws is what the POMs and the modules say. */
class ArchitectureTest {
  /** A package that has more is several things. */
  private static final int MOST_FILES = 40;

  /** Programs: what uses Vireo is no part of the drawing. */
  private static final Set<String> NOT_DRAWN = Set.of("interop", "benchmarks");

  /** Modules without a module-info: made sources, and a program over JLine, which has none. */
  private static final Set<String> WITHOUT_DESCRIPTOR = Set.of("schema", "cli");

  /** A package that is still large, since calls and transfers share it; nothing is added. */
  private static final Set<String> STILL_LARGE = Set.of("dev/vireo/vim/transport");

  private static Drawing drawing;

  @BeforeAll
  static void read() throws IOException {
    drawing = Drawing.read();
  }

  static Stream<String> modules() throws IOException {
    return Drawing.read().modules().keySet().stream();
  }

  static Stream<String> describedModules() throws IOException {
    return modules().filter(name -> !WITHOUT_DESCRIPTOR.contains(name));
  }

  @Test
  void drawsEveryModuleOfTheBuild() throws IOException {
    Set<String> built = new TreeSet<>();
    try (Stream<Path> folders = Files.list(SourceTree.root())) {
      folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .forEach(folder -> built.add(String.valueOf(folder.getFileName())));
    }
    built.removeAll(NOT_DRAWN);

    assertThat(drawing.modules().keySet()).isEqualTo(built);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void arrowsAreTheDependenciesOfThePom(String name) throws IOException {
    assertThat(new VireoModule(name).dependencies()).isEqualTo(drawing.arrows(name));
  }

  @ParameterizedTest
  @MethodSource("describedModules")
  void arrowsAreWhatTheModuleRequires(String name) {
    Map<String, String> byModule =
        drawing.modules().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    Set<String> required =
        descriptor(name).requires().stream()
            .map(Requires::name)
            .filter(byModule::containsKey)
            .map(module -> Objects.requireNonNull(byModule.get(module)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(required).isEqualTo(drawing.arrows(name));
    assertThat(descriptor(name).name()).isEqualTo(drawing.modules().get(name));
  }

  @ParameterizedTest
  @MethodSource("describedModules")
  void onlyTheRestOfAModuleIsOptional(String name) {
    Set<String> others =
        descriptor(name).requires().stream()
            .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
            .map(Requires::name)
            .filter(module -> !module.startsWith("java.") && !module.startsWith("dev.vireo"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(others)
        .isSubsetOf(name.equals("junit") ? Set.of("org.junit.jupiter.api") : Set.of());
  }

  @ParameterizedTest
  @MethodSource("describedModules")
  void exportsEverythingButInternalPackages(String name) {
    ModuleDescriptor descriptor = descriptor(name);
    Set<String> exported =
        descriptor.exports().stream()
            .map(Exports::source)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> open =
        descriptor.packages().stream()
            .filter(each -> !VireoModule.isInternal(each))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(exported).isEqualTo(open);
  }

  @Test
  void dottedArrowsAreWhatIsMadeAndWhatIsFound() throws IOException {
    Map<String, Set<String>> expected = new TreeMap<>();
    for (String name : drawing.modules().keySet()) {
      expected.computeIfAbsent(name, each -> new TreeSet<>());
      for (String maker : new VireoModule(name).makers()) {
        expected.computeIfAbsent(maker, each -> new TreeSet<>()).add(name);
      }
    }
    for (String name : describedModules().toList()) {
      for (String user : describedModules().toList()) {
        boolean isFound =
            !name.equals(user)
                && descriptor(name).provides().stream()
                    .anyMatch(service -> descriptor(user).uses().contains(service.service()));
        if (isFound) {
          expected.computeIfAbsent(user, each -> new TreeSet<>()).add(name);
        }
      }
    }

    assertThat(drawing.dotted()).isEqualTo(expected);
  }

  @Test
  void noPackageIsLarge() throws IOException {
    Map<String, Long> large = new TreeMap<>();
    for (String name : drawing.modules().keySet()) {
      for (Path folder : new VireoModule(name).packages()) {
        try (Stream<Path> files = Files.list(folder)) {
          long count = files.filter(VireoModule::isType).count();
          if (count > MOST_FILES && STILL_LARGE.stream().noneMatch(folder::endsWith)) {
            large.put(folder.toString(), count);
          }
        }
      }
    }

    assertThat(large).isEmpty();
  }

  @Test
  void noNameMeansTwoThingsInOneModule() throws IOException {
    Map<String, List<TypeName>> types = new TreeMap<>();
    for (String name : drawing.modules().keySet()) {
      types.put(name, TypeName.in(new VireoModule(name)));
    }
    Set<String> doubled = new TreeSet<>();
    types.forEach((name, own) -> {
      Map<String, Set<String>> packages = new TreeMap<>();
      own.forEach(
          type -> packages.computeIfAbsent(type.name(), n -> new TreeSet<>()).add(type.in()));
      for (String other : drawing.reach(name)) {
        types.getOrDefault(other, List.of()).stream()
            .filter(TypeName::isSeenByOthers)
            .forEach(
                type -> packages.computeIfAbsent(type.name(), n -> new TreeSet<>()).add(type.in()));
      }
      packages.forEach((type, in) -> {
        if (in.size() > 1) {
          doubled.add(name + ": " + type);
        }
      });
    });

    assertThat(doubled).isEmpty();
  }

  private static ModuleDescriptor descriptor(String name) {
    return new VireoModule(name)
        .descriptor()
        .orElseThrow(() -> new AssertionError(name + " has no module-info"));
  }
}
