package dev.vireo.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.verb.CommandTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the script in a real bash, with a function in place of the program. */
class CompletionScriptTest {
  private static final String DRIVER =
      """
      vireo() {
        case $* in
          '-q completion uris') printf '%s\\n' test:///default esx:// gsx:// vpx:// ;;
          *) printf '%s\\n' 'web 1' web2 "options:$*" ;;
        esac
      }
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _vireo
      (IFS=,; printf '%s' "${COMPREPLY[*]}")
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vireo sus                  | suspend",
        "vireo --re                 | --readonly",
        "vireo start w              | web\\ 1,web2",
        "vireo -q start --domain w  | web\\ 1,web2",
        "vireo -c test : ///x start o | options:-c\\ test:///x\\ -q\\ list\\ --name\\ --inactive",
        "vireo shutdown --mode a    | acpi,agent",
        "vireo list --with-s        | --with-snapshot",
        "vireo help mon             | monitor",
        "vireo help nest cr         | create",
        "vireo completion z         | zsh",
        "vireo vm                   | vmx",
        "vireo vmx l                | lint",
        "vireo vmx lint --j         | --json",
        "vireo -q vmx from-xml --product f | fusion:13.0",
        "vireo domxml-to-native v   | vmware-vmx",
        "vireo help ur              | uri",
        "vireo vmx set x.vmx mem    | memory=",
        "vireo -c t                 | test:///default",
        "vireo -c test : ///d       | ///default",
        "vireo -c test :            | ///default",
        "vireo -q --connect = es    | esx://",
        "vireo -c gsx : //          | //",
        "vireo connect test : ///   | ///default",
        "vireo connect --name v     | vpx://",
        "vireo -c test : ///x lis   | list",
        "vireo --connect = test : ///x start o |"
            + " options:-c\\ test:///x\\ -q\\ list\\ --name\\ --inactive",
      })
  void completesInBash(String words, String expected) throws IOException, InterruptedException {
    assertThat(complete(words.strip().split(" "))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "vm, vm\\ dir",
    "vm\\ d, vm\\ dir",
    "vm\\ dir/b, vm\\ dir/build\\ agent.vmx",
    "'\"vm d', vm\\ dir"
  })
  void completesFileNamesWithSpacesInBash(String word, String expected)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectory(directory.resolve("vm dir"));
    Files.createFile(folder.resolve("build agent.vmx"));

    assertThat(complete("vireo", "vmx", "lint", word)).isEqualTo(expected);
  }

  /** What the script proposes for the last of the words, with commas between. */
  private String complete(String... words) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
    Path script = directory.resolve("completion.bash");
    Files.writeString(script, CompletionScript.bash(CommandTable.specs()) + DRIVER);
    List<String> line = new ArrayList<>(List.of("/bin/bash", script.toString()));
    line.addAll(List.of(words));
    Process bash =
        new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
    return output;
  }
}
