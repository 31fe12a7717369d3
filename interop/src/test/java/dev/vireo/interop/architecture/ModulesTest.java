package dev.vireo.interop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The libraries as modules, as programs of others see them: on the module path alone. */
class ModulesTest {
  private static final List<String> LIBRARIES =
      List.of("model", "vmx", "vim", "driver", "simulator", "nest");

  @TempDir private Path folder;

  /** What a tool said, and whether it succeeded. */
  private record Said(int exit, String text) {}

  @Test
  void aLinkedProgramFindsTheSimulatedHostAndListsIt() throws Exception {
    Path program =
        compiled(
            """
            module lister {
              requires dev.vireo;
            }
            """,
            """
            package lister;

            public class Main {
              public static void main(String[] args) {
                try (dev.vireo.Connect connect = dev.vireo.Connect.open("test:///default")) {
                  for (dev.vireo.Domain domain : connect.listAllDomains(java.util.Set.of())) {
                    System.out.println(domain.getName());
                  }
                }
              }
            }
            """);
    Path runtime = folder.resolve("runtime");
    Said linked =
        run(
            "jlink",
            "--module-path",
            modulePath() + File.pathSeparator + program,
            "--add-modules",
            "lister,dev.vireo.simulator",
            "--output",
            runtime.toString());
    assertThat(linked).as(linked.text()).extracting(Said::exit).isEqualTo(0);

    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                runtime.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-m",
                "lister/lister.Main")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(1, TimeUnit.MINUTES);
    process.destroyForcibly();

    assertThat(ended).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readAllLines(output)).contains("web-1", "db-1");
  }

  @ParameterizedTest
  @CsvSource({
    "dev.vireo.model, dev.vireo.model.internal.xml.ElementReader",
    "dev.vireo.vmx, dev.vireo.vmx.internal.convert.Output",
    "dev.vireo.vim, dev.vireo.vim.internal.http.BodyReader",
    "dev.vireo, dev.vireo.internal.UuidText",
    "dev.vireo.simulator, dev.vireo.simulator.internal.service.Call",
    "dev.vireo.nest, dev.vireo.nest.internal.XmlQuery"
  })
  void internalTypesCannotBeUsed(String module, String type) throws IOException {
    Said said = compile("module user { requires " + module + "; }", using(type));

    assertThat(said.exit()).isNotZero();
    assertThat(said.text())
        .contains("is declared in module " + module + ", which does not export it");
  }

  /** The counterpart: the same program compiles with a type that is for all. */
  @ParameterizedTest
  @CsvSource({
    "dev.vireo.model, dev.vireo.model.domain.DomainXml",
    "dev.vireo.vmx, dev.vireo.vmx.device.DeviceKind",
    "dev.vireo.vim, dev.vireo.vim.types.ManagedObjectReference",
    "dev.vireo, dev.vireo.model.domain.DomainDefinition",
    "dev.vireo.simulator, dev.vireo.simulator.Simulator",
    "dev.vireo.nest, dev.vireo.nest.version.EsxiVersion"
  })
  void publicTypesCanBeUsed(String module, String type) throws IOException {
    Said said = compile("module user { requires " + module + "; }", using(type));

    assertThat(said).isEqualTo(new Said(0, ""));
  }

  private static String using(String type) {
    return "package user;\nclass Main {\n  " + type + " used;\n}\n";
  }

  private Path compiled(String module, String main) throws IOException {
    Said said = compile(module, main);
    assertThat(said).as(said.text()).extracting(Said::exit).isEqualTo(0);
    return folder.resolve("classes");
  }

  private Said compile(String module, String main) throws IOException {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(sources.resolve("module-info.java"), module);
    Files.writeString(sources.resolve("Main.java"), main);
    return run(
        "javac",
        "--module-path",
        modulePath(),
        "--class-path",
        sources.toString(),
        "-d",
        folder.resolve("classes").toString(),
        sources.resolve("module-info.java").toString(),
        sources.resolve("Main.java").toString());
  }

  /** The libraries and nothing else: no JSpecify, no Bouncy Castle. */
  private static String modulePath() {
    return LIBRARIES.stream()
        .map(name -> new VireoModule(name).classes().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Said run(String tool, String... arguments) {
    StringWriter text = new StringWriter();
    try (PrintWriter writer = new PrintWriter(text)) {
      int exit = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
      writer.flush();
      return new Said(exit, text.toString());
    }
  }
}
