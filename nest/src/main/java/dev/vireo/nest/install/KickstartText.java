package dev.vireo.nest.install;

import dev.vireo.nest.version.EsxiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a kickstart file. All values were checked to be of one line. */
final class KickstartText {

  /**
   * The versions that run machines inside only when told so: "VMware ESXi and vCenter on KVM with
   * CloudStack".
   */
  static final Set<EsxiVersion> NEED_NESTED_SETTINGS = Set.of(EsxiVersion.V5_5, EsxiVersion.V6_0);

  private static final List<String> NESTED_SETTINGS =
      List.of("vmx.allowNested", "hv.assumeEnabled", "vhv.allow", "vhv.enable");

  private KickstartText() {}

  static String of(Kickstart kickstart) {
    List<String> lines = new ArrayList<>();
    lines.add("# Written by Vireo for ESXi " + kickstart.esxi().text());
    lines.add("vmaccepteula");
    lines.add("rootpw --iscrypted " + kickstart.password().crypt());
    lines.add("install " + kickstart.disk().options() + prerequisites(kickstart));
    lines.add(kickstart.network().command());
    if (kickstart.licenseKey() != null) {
      lines.add("serialnum --esx=" + kickstart.licenseKey());
    }
    switch (kickstart.afterInstall()) {
      case REBOOT -> lines.add("reboot");
      // There is no command for it: packer-maas does it so.
      case HALT -> lines.addAll(List.of("", "%post --interpreter=busybox", "halt"));
    }
    List<String> firstBoot = firstBoot(kickstart);
    if (!firstBoot.isEmpty()) {
      lines.addAll(List.of("", "%firstboot --interpreter=busybox"));
      lines.addAll(firstBoot);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String prerequisites(Kickstart kickstart) {
    if (!kickstart.ignorePrerequisites()) {
      return "";
    }
    String common = " --ignoreprereqwarnings --ignoreprereqerrors";
    // Older installers have no list of processors to be forced past.
    return kickstart.esxi().compareTo(EsxiVersion.V7_0) < 0
        ? common
        : common + " --forceunsupportedinstall";
  }

  private static List<String> firstBoot(Kickstart kickstart) {
    List<String> lines = new ArrayList<>();
    if (kickstart.ssh()) {
      lines.add("vim-cmd hostsvc/enable_ssh");
      lines.add("vim-cmd hostsvc/start_ssh");
    }
    if (kickstart.shell()) {
      lines.add("vim-cmd hostsvc/enable_esx_shell");
      lines.add("vim-cmd hostsvc/start_esx_shell");
    }
    if (kickstart.ssh() || kickstart.shell()) {
      // Without it the host shows a warning for as long as they are on.
      lines.add("esxcli system settings advanced set -o /UserVars/SuppressShellWarning -i 1");
    }
    for (KernelOption setting : kickstart.kernelSettings()) {
      lines.add(
          "esxcli system settings kernel set -s %s -v %s"
              .formatted(
                  setting.name(), quoted(setting.value() == null ? "TRUE" : setting.value())));
    }
    if (kickstart.nestedSettings()) {
      for (String setting : NESTED_SETTINGS) {
        lines.add("echo '%s = \"TRUE\"' >> /etc/vmware/config".formatted(setting));
      }
    }
    lines.addAll(kickstart.firstBoot());
    if (!lines.isEmpty()) {
      // What was changed in /etc survives the next start only then.
      lines.add("/sbin/auto-backup.sh");
    }
    return lines;
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
