package dev.vireo.interop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.vireo.interop.architecture.Drawing;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directions between the modules that docs/architecture.md draws. */
class ModuleDirectionsTest {
  // A class comes from MODULE/target/classes or from MODULE/target/vireo-MODULE-VERSION.jar.
  private static final Pattern BUILT = Pattern.compile("/([a-z]+)/target/(?:classes/|vireo-)");

  private static Drawing drawing;
  private static JavaClasses vireo;

  @BeforeAll
  static void read() throws IOException {
    drawing = Drawing.read();
    vireo =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("module-info"))
            .importPackages("dev.vireo");
  }

  @Test
  void eachModuleIsThere() {
    Set<String> modules = new TreeSet<>();
    vireo.forEach(type -> modules.add(moduleOf(type)));

    assertThat(modules).containsAll(drawing.modules().keySet());
  }

  @Test
  void modulesUseOnlyTheModulesBelow() {
    classes()
        .should(
            dependOnlyWhere(
                "use only the modules below", (from, to) -> drawing.arrows(from).contains(to)))
        .check(vireo);
  }

  @Test
  void internalPackagesAreUsedByTheirOwnModuleAlone() {
    classes()
        .should(
            new ArchCondition<JavaClass>("leave the internal packages of other modules alone") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  JavaClass target = dependency.getTargetClass();
                  if (isOurs(target)
                      && target.getPackageName().matches(".*\\.internal(\\..*)?")
                      && !moduleOf(target).equals(moduleOf(type))) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                  }
                }
              }
            })
        .check(vireo);
  }

  /** Else another driver would bring the ESX driver's wire along. */
  @Test
  void whatIsNoDriverKnowsNoDriver() {
    Set<String> neutral =
        Set.of(
            "dev.vireo",
            "dev.vireo.auth",
            "dev.vireo.event",
            "dev.vireo.flag",
            "dev.vireo.uri",
            "dev.vireo.spi",
            "dev.vireo.internal",
            "dev.vireo.internal.event");
    assertThat(vireo.stream().map(JavaClass::getPackageName)).containsAll(neutral);
    classes()
        .that(
            DescribedPredicate.describe(
                "are neutral", type -> neutral.contains(type.getPackageName())))
        .should(
            new ArchCondition<JavaClass>("use neither a driver nor its wire and files") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  JavaClass target = dependency.getTargetClass();
                  if (isOurs(target)
                      && !neutral.contains(target.getPackageName())
                      && !moduleOf(target).equals("model")) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                  }
                }
              }
            })
        .check(vireo);
  }

  private static ArchCondition<JavaClass> dependOnlyWhere(
      String description, BiPredicate<String, String> allowed) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (!isOurs(target)) {
            continue;
          }
          String from = moduleOf(type);
          String to = moduleOf(target);
          if (!from.equals(to) && !allowed.test(from, to)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("dev.vireo") && type.getSource().isPresent();
  }

  private static String moduleOf(JavaClass type) {
    String place = type.getSource().orElseThrow().getUri().toString();
    Matcher matcher = BUILT.matcher(place);
    if (!matcher.find()) {
      throw new IllegalStateException("of no known module: " + place);
    }
    return matcher.group(1);
  }
}
