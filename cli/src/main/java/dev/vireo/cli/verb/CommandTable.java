package dev.vireo.cli.verb;

import dev.vireo.cli.grammar.CommandLookup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.nest.NestCheckVerb;
import dev.vireo.cli.nest.NestConsoleVerb;
import dev.vireo.cli.nest.NestCreateVerb;
import dev.vireo.cli.nest.NestDestroyVerb;
import dev.vireo.cli.nest.NestInstallVerb;
import dev.vireo.cli.nest.NestListVerb;
import dev.vireo.cli.nest.NestModerniseVerb;
import dev.vireo.cli.nest.NestStartVerb;
import dev.vireo.cli.nest.NestStopVerb;
import dev.vireo.cli.nest.NestWaitVerb;
import dev.vireo.cli.verb.configuration.AutostartVerb;
import dev.vireo.cli.verb.configuration.DescVerb;
import dev.vireo.cli.verb.configuration.DomrenameVerb;
import dev.vireo.cli.verb.configuration.MemorySizeVerb;
import dev.vireo.cli.verb.configuration.MemtuneVerb;
import dev.vireo.cli.verb.configuration.MetadataVerb;
import dev.vireo.cli.verb.configuration.SchedinfoVerb;
import dev.vireo.cli.verb.configuration.SetvcpusVerb;
import dev.vireo.cli.verb.configuration.VcpucountVerb;
import dev.vireo.cli.verb.definition.CreateVerb;
import dev.vireo.cli.verb.definition.DefineVerb;
import dev.vireo.cli.verb.definition.EditVerb;
import dev.vireo.cli.verb.definition.UndefineVerb;
import dev.vireo.cli.verb.domain.DestroyVerb;
import dev.vireo.cli.verb.domain.DomblklistVerb;
import dev.vireo.cli.verb.domain.DomdisplayVerb;
import dev.vireo.cli.verb.domain.DomhostnameVerb;
import dev.vireo.cli.verb.domain.DomidVerb;
import dev.vireo.cli.verb.domain.DomiflistVerb;
import dev.vireo.cli.verb.domain.DominfoVerb;
import dev.vireo.cli.verb.domain.DomnameVerb;
import dev.vireo.cli.verb.domain.DomstateVerb;
import dev.vireo.cli.verb.domain.DomuuidVerb;
import dev.vireo.cli.verb.domain.DomxmlFromNativeVerb;
import dev.vireo.cli.verb.domain.DomxmlToNativeVerb;
import dev.vireo.cli.verb.domain.DumpxmlVerb;
import dev.vireo.cli.verb.domain.ListVerb;
import dev.vireo.cli.verb.domain.RebootVerb;
import dev.vireo.cli.verb.domain.ResumeVerb;
import dev.vireo.cli.verb.domain.ShutdownVerb;
import dev.vireo.cli.verb.domain.StartVerb;
import dev.vireo.cli.verb.domain.SuspendVerb;
import dev.vireo.cli.verb.domain.VncdisplayVerb;
import dev.vireo.cli.verb.event.EventVerb;
import dev.vireo.cli.verb.host.CapabilitiesVerb;
import dev.vireo.cli.verb.host.FreecellVerb;
import dev.vireo.cli.verb.host.HostnameVerb;
import dev.vireo.cli.verb.host.MaxvcpusVerb;
import dev.vireo.cli.verb.host.NodeinfoVerb;
import dev.vireo.cli.verb.host.UriVerb;
import dev.vireo.cli.verb.host.VersionVerb;
import dev.vireo.cli.verb.migration.MigrateVerb;
import dev.vireo.cli.verb.snapshot.SnapshotCreateAsVerb;
import dev.vireo.cli.verb.snapshot.SnapshotCreateVerb;
import dev.vireo.cli.verb.snapshot.SnapshotCurrentVerb;
import dev.vireo.cli.verb.snapshot.SnapshotDeleteVerb;
import dev.vireo.cli.verb.snapshot.SnapshotDumpxmlVerb;
import dev.vireo.cli.verb.snapshot.SnapshotEditVerb;
import dev.vireo.cli.verb.snapshot.SnapshotInfoVerb;
import dev.vireo.cli.verb.snapshot.SnapshotListVerb;
import dev.vireo.cli.verb.snapshot.SnapshotParentVerb;
import dev.vireo.cli.verb.snapshot.SnapshotRevertVerb;
import dev.vireo.cli.verb.vmx.VmxDiffVerb;
import dev.vireo.cli.verb.vmx.VmxEditVerb;
import dev.vireo.cli.verb.vmx.VmxFromXmlVerb;
import dev.vireo.cli.verb.vmx.VmxLintVerb;
import dev.vireo.cli.verb.vmx.VmxSetVerb;
import dev.vireo.cli.verb.vmx.VmxToXmlVerb;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one table of commands. Parsing, help, completion and the manual page read it; nothing else
 * names a command. A command is only loaded when it is asked for, since most runs need one.
 */
public final class CommandTable {
  /** The table as the grammar wants it. */
  public static final CommandLookup<Verb> LOOKUP =
      new CommandLookup<>() {
        @Override
        public @Nullable Verb find(String name) {
          return CommandTable.find(name);
        }

        @Override
        public List<String> names() {
          return NAMES;
        }
      };

  private static final List<String> NAMES =
      List.of(
          "autostart",
          "create",
          "define",
          "desc",
          "destroy",
          "domdisplay",
          "domhostname",
          "domid",
          "domname",
          "domrename",
          "domuuid",
          "domxml-from-native",
          "domxml-to-native",
          "dumpxml",
          "edit",
          "event",
          "memtune",
          "metadata",
          "migrate",
          "reboot",
          "resume",
          "schedinfo",
          "setmaxmem",
          "setmem",
          "setvcpus",
          "shutdown",
          "start",
          "suspend",
          "undefine",
          "vcpucount",
          "vncdisplay",
          "domblklist",
          "domiflist",
          "dominfo",
          "domstate",
          "list",
          "capabilities",
          "freecell",
          "hostname",
          "maxvcpus",
          "nodeinfo",
          "uri",
          "version",
          "snapshot-create",
          "snapshot-create-as",
          "snapshot-current",
          "snapshot-delete",
          "snapshot-dumpxml",
          "snapshot-edit",
          "snapshot-info",
          "snapshot-list",
          "snapshot-parent",
          "snapshot-revert",
          "vmx diff",
          "vmx edit",
          "vmx from-xml",
          "vmx lint",
          "vmx set",
          "vmx to-xml",
          "nest check",
          "nest console",
          "nest create",
          "nest destroy",
          "nest install",
          "nest list",
          "nest modernise",
          "nest start",
          "nest stop",
          "nest wait",
          "cd",
          "completion",
          "connect",
          "echo",
          "exit",
          "help",
          "man",
          "pwd",
          "quit",
          "simulator");

  private CommandTable() {}

  /** The command of this name, or null. */
  public static @Nullable Verb find(String name) {
    return switch (name) {
      case "create" -> new CreateVerb();
      case "define" -> new DefineVerb();
      case "destroy" -> new DestroyVerb();
      case "domid" -> new DomidVerb();
      case "domname" -> new DomnameVerb();
      case "domuuid" -> new DomuuidVerb();
      case "domxml-from-native" -> new DomxmlFromNativeVerb();
      case "domxml-to-native" -> new DomxmlToNativeVerb();
      case "dumpxml" -> new DumpxmlVerb();
      case "edit" -> new EditVerb();
      case "migrate" -> new MigrateVerb();
      case "event" -> new EventVerb();
      case "reboot" -> new RebootVerb();
      case "resume" -> new ResumeVerb();
      case "shutdown" -> new ShutdownVerb();
      case "start" -> new StartVerb();
      case "suspend" -> new SuspendVerb();
      case "undefine" -> new UndefineVerb();
      case "dominfo" -> new DominfoVerb();
      case "domstate" -> new DomstateVerb();
      case "list" -> new ListVerb();
      case "capabilities" -> new CapabilitiesVerb();
      case "freecell" -> new FreecellVerb();
      case "hostname" -> new HostnameVerb();
      case "nodeinfo" -> new NodeinfoVerb();
      case "uri" -> new UriVerb();
      case "version" -> new VersionVerb();
      case "autostart" -> new AutostartVerb();
      case "desc" -> new DescVerb();
      case "domdisplay" -> new DomdisplayVerb();
      case "domhostname" -> new DomhostnameVerb();
      case "domrename" -> new DomrenameVerb();
      case "memtune" -> new MemtuneVerb();
      case "metadata" -> new MetadataVerb();
      case "schedinfo" -> new SchedinfoVerb();
      case "setmaxmem" -> new MemorySizeVerb(true);
      case "setmem" -> new MemorySizeVerb(false);
      case "setvcpus" -> new SetvcpusVerb();
      case "vcpucount" -> new VcpucountVerb();
      case "vncdisplay" -> new VncdisplayVerb();
      case "domblklist" -> new DomblklistVerb();
      case "domiflist" -> new DomiflistVerb();
      case "maxvcpus" -> new MaxvcpusVerb();
      case "snapshot-create" -> new SnapshotCreateVerb();
      case "snapshot-create-as" -> new SnapshotCreateAsVerb();
      case "snapshot-current" -> new SnapshotCurrentVerb();
      case "snapshot-delete" -> new SnapshotDeleteVerb();
      case "snapshot-dumpxml" -> new SnapshotDumpxmlVerb();
      case "snapshot-edit" -> new SnapshotEditVerb();
      case "snapshot-info" -> new SnapshotInfoVerb();
      case "snapshot-list" -> new SnapshotListVerb();
      case "snapshot-parent" -> new SnapshotParentVerb();
      case "snapshot-revert" -> new SnapshotRevertVerb();
      case "vmx diff" -> new VmxDiffVerb();
      case "vmx edit" -> new VmxEditVerb();
      case "vmx from-xml" -> new VmxFromXmlVerb();
      case "vmx lint" -> new VmxLintVerb();
      case "vmx set" -> new VmxSetVerb();
      case "vmx to-xml" -> new VmxToXmlVerb();
      case "nest check" -> new NestCheckVerb();
      case "nest console" -> new NestConsoleVerb();
      case "nest create" -> new NestCreateVerb();
      case "nest destroy" -> new NestDestroyVerb();
      case "nest install" -> new NestInstallVerb();
      case "nest list" -> new NestListVerb();
      case "nest modernise" -> new NestModerniseVerb();
      case "nest start" -> new NestStartVerb();
      case "nest stop" -> new NestStopVerb();
      case "nest wait" -> new NestWaitVerb();
      case "cd" -> new CdVerb();
      case "completion" -> new CompletionVerb();
      case "connect" -> new ConnectVerb();
      case "echo" -> new EchoVerb();
      case "exit", "quit" -> new QuitVerb(name);
      case "help" -> new HelpVerb();
      case "man" -> new ManVerb();
      case "pwd" -> new PwdVerb();
      case "simulator" -> new SimulatorVerb();
      default -> null;
    };
  }

  /** All commands, in the order of {@code help}. */
  public static List<CommandSpec> specs() {
    List<CommandSpec> specs = new ArrayList<>(NAMES.size());
    for (String name : NAMES) {
      Verb verb = find(name);
      if (verb == null) {
        throw new IllegalStateException("the table lists '" + name + "' without a verb");
      }
      specs.add(verb.spec());
    }
    return specs;
  }
}
