package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.ResultFile;
import dev.vireo.cli.TextEditor;
import dev.vireo.cli.credentials.Prompt;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxUpdate;
import dev.vireo.vmx.WrittenVmx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** {@code vmx edit}: a VMX file as domain XML in an editor, and back. */
public final class VmxEditVerb implements Verb {
  private static final String FILE = "file";
  private static final String TRY_AGAIN = "Failed. Try again? [y,n,f,?]: ";
  private static final String ANSWERS =
      """
      y - yes, start editor again
      n - no, throw away my changes
      f - force, try to write again, into what the file holds now
      ? - print this help
      """;

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of("vmx edit", CommandGroup.VMX, "edit a VMX file as domain XML")
            .description(
                """
                Shows a VMX file as domain XML, passwords included, in the editor that
                VISUAL or EDITOR names (default vi), and brings the edits back: every
                line that they are not about stays as it is. After a mistake the editor
                can be started again. The XML is in a file that only you can read, and
                is removed afterwards.\
                """)
            .option(OptionSpec.data(FILE, "VMX file", new Completer.Files()));
    OfflineFileNames.addOptions(spec)
        .option(
            OptionSpec.bool(
                VmxToXmlVerb.LEGACY_UUID,
                "show uuid.bios as the uuid, as libvirt before 12.4 did"));
    return ResultFile.addInPlaceAlways(spec)
        .example("vmx edit web.vmx")
        .example("vmx edit web.vmx --in-place=.bak --directory '[datastore1] web'")
        .filters()
        .build();
  }

  @Override
  public void run(Call call) {
    String name = call.required(FILE);
    ReadOptions options =
        ReadOptions.of(OfflineFileNames.of(call))
            .withLegacyUuid(call.has(VmxToXmlVerb.LEGACY_UUID));
    if (name.equals(NamedFile.STANDARD_INPUT)) {
      throw new CommandException("standard input cannot be edited").withHint("name a file");
    }
    ResultFile result = ResultFile.of(call, name, true);
    VmxDocument original = VmxInputs.readFilled(call, name);
    DomainDefinition domain = VmxToXmlVerb.convert(original, options, name).domain();
    VmxInputs.warnOfLock(call, name);
    byte[] xml = DomainXml.format(domain).getBytes(StandardCharsets.UTF_8);
    try (TextEditor editor = TextEditor.of(call.session(), xmlName(name), xml)) {
      boolean changed = new Edit(call, name, result, options, original, xml).repeat(editor);
      call.output().extra("VMX file '" + name + "' " + (changed ? "edited" : "not changed") + "\n");
    }
  }

  /** What the XML is called while it is edited: after the file, for the editor's title. */
  private static String xmlName(String name) {
    Path last = Path.of(name).getFileName();
    String base = String.valueOf(last).replaceFirst("(?i)\\.vmx$", "");
    return base.matches("[\\w.+-]{1,100}") && !base.startsWith("-") ? base + ".xml" : "domain.xml";
  }

  /** One edit of one file, from the first try to the last. */
  private static final class Edit {
    private final Call call;
    private final String name;
    private final ResultFile result;
    private final ReadOptions options;
    private final VmxDocument original;
    private final byte[] xml;

    Edit(
        Call call,
        String name,
        ResultFile result,
        ReadOptions options,
        VmxDocument original,
        byte[] xml) {
      this.call = call;
      this.name = name;
      this.result = result;
      this.options = options;
      this.original = original;
      this.xml = xml;
    }

    /**
     * Edits until that can be written, or the user gives up.
     *
     * @return whether anything was changed
     */
    boolean repeat(TextEditor editor) {
      byte[] edited = editor.edit();
      boolean force = false;
      while (!Arrays.equals(edited, xml)) {
        try {
          return apply(edited, force);
        } catch (CommandException e) {
          call.output().failure(e);
        }
        switch (answer()) {
          case 'y' -> {
            force = false;
            edited = editor.edit();
          }
          case 'f' -> force = true;
          default -> throw CommandException.withExitCode(1);
        }
      }
      return false;
    }

    private boolean apply(byte[] edited, boolean force) {
      VmxDocument kept = force ? VmxInputs.readFilled(call, name) : original;
      NamedFile title = new NamedFile("edited XML");
      if (new String(edited, StandardCharsets.UTF_8).isBlank()) {
        throw new CommandException(title.title() + ": there is nothing left");
      }
      WrittenVmx written;
      try {
        written = new VmxUpdate(options).apply(kept, VmxInputs.domain(title, edited));
      } catch (VmxException e) {
        throw new CommandException(title.title() + ": " + e.getMessage());
      }
      for (ConversionWarning warning : written.warnings()) {
        call.output().warning(warning.toString());
      }
      byte[] before = kept.toBytes();
      byte[] after = written.document().toBytes();
      if (force) {
        result.force(before, after);
      } else {
        result.replace(before, after);
      }
      return !Arrays.equals(before, after);
    }

    /** What the user wants after a mistake: y, n or f. No answer is no. */
    private char answer() {
      while (true) {
        call.output().flush();
        String line = Prompt.of(call.session().streams()).line(TRY_AGAIN);
        String answer = line == null ? "n" : line.strip().toLowerCase(Locale.ROOT);
        switch (answer) {
          case "y", "yes" -> {
            return 'y';
          }
          case "n", "no" -> {
            return 'n';
          }
          case "f", "force" -> {
            return 'f';
          }
          default -> call.output().diagnostic(ANSWERS);
        }
      }
    }
  }
}
