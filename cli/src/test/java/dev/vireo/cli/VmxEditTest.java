package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vmx edit}, with scripts for editors. */
class VmxEditTest {
  private static final String VMX =
      """
      # kept
      config.version = "8"
      virtualHW.version = "19"
      displayName = "web"
      guestOS = "rhel9-64"
      memsize = "2048"
      numvcpus = "2"
      vhv.enable = "TRUE"
      RemoteDisplay.vnc.enabled = "TRUE"
      RemoteDisplay.vnc.password = "s3cret"
      """;

  private static final String QUESTION = "Failed. Try again? [y,n,f,?]: ";

  @TempDir Path folder;
  private Path vmx;
  private Path temporary;

  @BeforeEach
  void writeFile() throws IOException {
    vmx = Files.writeString(folder.resolve("web.vmx"), VMX);
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  /** Edits with a script of the shell, whose first word is the file; answers with the input. */
  private Run edit(String script, String input, String... options) throws IOException {
    Path editor = Files.writeString(folder.resolve("editor"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    return editWith(Map.of("EDITOR", "'" + editor + "'"), input, options);
  }

  private Run editWith(Map<String, String> environment, String input, String... options) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("TMPDIR", temporary.toString());
    String[] args = new String[options.length + 3];
    args[0] = "vmx";
    args[1] = "edit";
    args[2] = vmx.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    Run run = Run.with(all, input, args);
    assertThat(temporary).isEmptyDirectory();
    return run;
  }

  private static String sed(String from, String to) {
    return "sed -i 's|" + from + "|" + to + "|' \"$1\"";
  }

  @Test
  void inJsonAllMistakesOfOneEditAreInOneDocument() throws IOException {
    Run run = edit("echo no-xml > \"$1\"", "y\nn\n", "--json");

    assertThat(JsonText.object(run.err().substring(run.err().indexOf('{'))))
        .containsEntry("context", List.of("edited XML: this is no XML"))
        .containsEntry("message", "edited XML: this is no XML");
  }

  @Test
  void bringsAnEditBack() throws IOException {
    assertThat(edit(sed(">2</vcpu>", ">4</vcpu>"), "", "--in-place=.bak"))
        .isEqualTo(new Run("VMX file '" + vmx + "' edited\n", "", 0));
    assertThat(vmx).hasContent(VMX.replace("numvcpus = \"2\"", "numvcpus = \"4\""));
    assertThat(folder.resolve("web.vmx.bak")).hasContent(VMX);
  }

  @Test
  void saysWhenNothingWasChanged() throws IOException {
    Run unchanged = new Run("VMX file '" + vmx + "' not changed\n", "", 0);

    assertThat(edit("true", "")).isEqualTo(unchanged);
    assertThat(edit("echo >> \"$1\"", "", "--in-place=.bak")).isEqualTo(unchanged);
    assertThat(vmx).hasContent(VMX);
    assertThat(folder.resolve("web.vmx.bak")).doesNotExist();
  }

  @Test
  void showsPasswordsInAFileThatNobodyElseCanRead() throws IOException {
    Path seen = folder.resolve("seen");
    String script =
        "{ basename \"$1\"; stat -c %a \"$1\" \"$(dirname \"$1\")\"; grep -c s3cret \"$1\"; cp"
            + " \"$1\" \"$1~\"; } > "
            + seen;

    assertThat(edit(script, "").exitCode()).isZero();
    assertThat(Files.readAllLines(seen)).containsExactly("web.xml", "600", "700", "1");
    assertThat(vmx).hasContent(VMX);
  }

  @Test
  void aMistakeCanBeMended() throws IOException {
    Path once = folder.resolve("once");
    String script =
        "if [ -e %s ]; then %s; else touch %s; %s; fi"
            .formatted(
                once, sed(">none</vcpu>", ">4</vcpu>"), once, sed(">2</vcpu>", ">none</vcpu>"));

    Run run = edit(script, "what\ny\n");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .startsWith("error: edited XML: ")
        .contains(QUESTION + "y - yes, start editor again\n", "? - print this help\n" + QUESTION);
    assertThat(run.out()).isEqualTo("VMX file '" + vmx + "' edited\n");
    assertThat(vmx).hasContent(VMX.replace("numvcpus = \"2\"", "numvcpus = \"4\""));
  }

  @Test
  void aMistakeCanBeThrownAway() throws IOException {
    for (String answer : List.of("n\n", "NO\n", "f\nn\n", "")) {
      Run run = edit(sed("</domain>", ""), answer);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("error: edited XML: ", QUESTION);
      assertThat(vmx).hasContent(VMX);
    }
    assertThat(edit(": > \"$1\"", "n\n").err()).startsWith("error: edited XML: there is nothing");
  }

  @Test
  void whatAnotherProgramWroteMeanwhileIsNotLost() throws IOException {
    String script = sed(">2</vcpu>", ">4</vcpu>") + "; echo 'new.key = \"1\"' >> " + vmx;

    Run refused = edit(script, "n\n");

    assertThat(refused.err())
        .startsWith("error: another program has changed the file meanwhile; nothing was written\n");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(vmx).hasContent(VMX + "new.key = \"1\"\n");

    Files.writeString(vmx, VMX);
    Run forced = edit(script, "f\n", "--in-place=.bak");

    assertThat(forced.exitCode()).isZero();
    String both = VMX + "new.key = \"1\"\n";
    assertThat(vmx).hasContent(both.replace("numvcpus = \"2\"", "numvcpus = \"4\""));
    assertThat(folder.resolve("web.vmx.bak")).hasContent(both);
  }

  @Test
  void anEditorThatFailsChangesNothing() throws IOException {
    assertThat(edit(sed(">2</vcpu>", ">4</vcpu>") + "; exit 3", "").err())
        .endsWith("ended with exit code 3\n")
        .startsWith("error: the editor '");
    assertThat(editWith(Map.of("VISUAL", "no-such-editor", "EDITOR", "true"), "").err())
        .contains(
            "error: the editor 'no-such-editor' cannot be run\nhint: the variable VISUAL names it\n");
    assertThat(vmx).hasContent(VMX);
  }

  @Test
  void editorsMayHaveOptions() {
    assertThat(editWith(Map.of("VISUAL", "sed -i 's/>2</>4</'", "EDITOR", "false"), "").exitCode())
        .isZero();
    assertThat(vmx).hasContent(VMX.replace("numvcpus = \"2\"", "numvcpus = \"4\""));
  }

  @Test
  void refusesStandardInputAndFilesThatAreNone() {
    assertThat(Run.vireo("vmx", "edit", "-").err())
        .isEqualTo("error: standard input cannot be edited\nhint: name a file\n");
    assertThat(Run.vireo("vmx", "edit", "no.vmx").err())
        .isEqualTo("error: Failed to open file 'no.vmx': No such file or directory\n");
  }
}
