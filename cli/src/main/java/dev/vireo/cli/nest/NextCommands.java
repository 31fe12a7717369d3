package dev.vireo.cli.nest;

import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.libvirt.VirshHost;
import dev.vireo.nest.probe.HostAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one would do next with a host that was made, as commands to be copied.
 *
 * @param plan the host
 * @param options how it was made
 * @param libvirt URI of its libvirt
 * @param address where its API will be; null when nobody knows yet
 */
record NextCommands(
    CreatePlan plan, CreateOptions options, String libvirt, @Nullable HostAddress address) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

  List<String> all() {
    String name = plan.spec().name();
    boolean nothingToBoot = plan.has(Objection.Kind.NOTHING_TO_BOOT);
    List<String> commands = new ArrayList<>();
    if (nothingToBoot) {
      if (options.start()) {
        commands.add(vireo("stop " + name + " --force"));
      }
      commands.add(attach(plan.spec()));
    }
    if (nothingToBoot || !options.start()) {
      commands.add(vireo("start " + name));
    }
    commands.add(vireo("console " + name));
    commands.add(
        vireo("wait " + name + (address == null ? "" : " --address " + quoted(address.text()))));
    return List.copyOf(commands);
  }

  /** The drive comes behind the disks, on their bus. */
  private String attach(NestedHostSpec spec) {
    boolean ide = spec.diskBus().equals("ide");
    int disks = (spec.datastore() == null ? 1 : 2) + (spec.installerUsb() == null || ide ? 0 : 1);
    return "virsh --connect %s attach-disk %s /PATH/TO/INSTALLER.iso %s%c --targetbus %s --type cdrom --mode readonly --config"
        .formatted(
            quoted(libvirt), spec.name(), ide ? "hd" : "sd", (char) ('a' + disks), spec.diskBus());
  }

  /** A word as a shell takes it. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private String vireo(String command) {
    String where = libvirt.equals(VirshHost.DEFAULT_URI) ? "" : " --libvirt " + quoted(libvirt);
    return "vireo nest " + command + where;
  }
}
