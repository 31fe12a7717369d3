package dev.vireo.vmx.internal.lint;

import dev.vireo.model.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The values of {@code guestOS} that VMware's products know, to ESXi 9.0 and Workstation 25H2.
 * Sources: open-vm-tools, lib/include/guest_os_tables.h, and for newer ones the enumeration
 * VirtualMachineGuestOsIdentifier of the vSphere API, of which these are another spelling.
 */
public final class GuestSystems {

  /** Those of PCs. A name that ends in "[-64]" stands for two, and one in "-64" for that alone. */
  private static final String PC =
      """
      win31 win95 win98 winMe winNT win2000Pro win2000Serv win2000AdvServ win2000 windows \
      winXPHome winXPPro[-64] winNetWeb winNetStandard[-64] winNetEnterprise[-64] \
      winNetDatacenter[-64] winNetBusiness longhorn[-64] winvista[-64] windows7[-64] \
      windows7srv-64 windows8[-64] windows8srv-64 windows9[-64] windows9srv-64 windows11-64 \
      windows12-64 windows2019srv-64 windows2019srvNext-64 windows2022srvNext-64 winHyperV \
      redhat rhel2 rhel3[-64] rhel4[-64] rhel5[-64] rhel6[-64] rhel7[-64] rhel8-64 rhel9-64 \
      rhel10-64 centos[-64] centos6[-64] centos7[-64] centos8-64 centos9-64 oraclelinux[-64] \
      oraclelinux6[-64] oraclelinux7[-64] oraclelinux8-64 oraclelinux9-64 oraclelinux10-64 \
      almalinux-64 rockylinux-64 suse[-64] sles[-64] sles10[-64] sles11[-64] sles12[-64] \
      sles15-64 sles16-64 opensuse[-64] mandrake[-64] mandriva[-64] turbolinux[-64] ubuntu[-64] \
      debian4[-64] debian5[-64] debian6[-64] debian7[-64] debian8[-64] debian9[-64] \
      debian10[-64] debian11[-64] debian12[-64] debian13[-64] asianux3[-64] asianux4[-64] \
      asianux5-64 asianux7-64 asianux8-64 asianux9-64 miraclelinux-64 pardus-64 nld9 oes sjds \
      fedora[-64] coreos-64 flatcar-64 vmware-photon-64 amazonlinux2-64 amazonlinux3-64 \
      fusionos-64 prolinux-64 kylinlinux-64 CRXPod1-64 CRXSys1-64 linux otherlinux[-64] \
      genericlinux other24xlinux[-64] other26xlinux[-64] other3xlinux[-64] other4xlinux[-64] \
      other5xlinux[-64] other6xlinux[-64] other7xlinux[-64] netware netware4 netware5 netware6 \
      solaris solaris6 solaris7 solaris8 solaris9 solaris10[-64] solaris11-64 darwin[-64] \
      darwin10[-64] darwin11[-64] darwin12-64 darwin13-64 darwin14-64 darwin15-64 darwin16-64 \
      darwin17-64 darwin18-64 darwin19-64 darwin20-64 darwin21-64 darwin22-64 darwin23-64 \
      vmkernel vmkernel5 vmkernel6 vmkernel65 vmkernel7 vmkernel8 vmkernel9 dos os2 \
      os2experimental eComStation eComStation2 freeBSD[-64] freeBSD11[-64] freeBSD12[-64] \
      freeBSD13[-64] freeBSD14[-64] freeBSD15[-64] openserver5 openserver6 unixware7 \
      other[-64]\
      """;

  /** What VMware's names for editions of two versions of Windows are made of. */
  private static final Map<String, String> EDITIONS =
      Map.of(
          "winServer2008",
          "Cluster Datacenter DatacenterCore Enterprise EnterpriseCore EnterpriseItanium"
              + " SmallBusiness SmallBusinessPremium Standard StandardCore MediumManagement"
              + " MediumMessaging MediumSecurity ForSmallBusiness StorageEnterprise StorageExpress"
              + " StorageStandard StorageWorkgroup Web",
          "winVista",
          "Ultimate HomePremium HomeBasic Enterprise Business Starter");

  /** Systems that VMware calls by the name of another version. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "windows10", "windows9",
          "windows10-64", "windows9-64",
          "windows2008srv-64", "longhorn-64",
          "windows2012srv-64", "windows8srv-64",
          "windows2016srv-64", "windows9srv-64",
          "windows10srv-64", "windows9srv-64",
          "windows2022srv-64", "windows2019srvNext-64",
          "windows2025srv-64", "windows2022srvNext-64");

  private static final String ARM = "arm-";
  private static final String SUFFIX = "-64";

  private static final List<String> NAMES = names();
  private static final Set<String> FOLDED = folded();

  private GuestSystems() {}

  /** Whether VMware knows the name, in any case. Any 64-bit system can be one for ARM, too. */
  public static boolean isKnown(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return FOLDED.contains(folded)
        || (folded.startsWith(ARM)
            && folded.endsWith(SUFFIX)
            && FOLDED.contains(folded.substring(ARM.length())));
  }

  /** The known name that is most like a name; it may be that of the vSphere API. */
  public static String nearest(String name) {
    String folded = name.toLowerCase(Locale.ROOT).strip();
    if (folded.startsWith(ARM)) {
      return ARM + nearest64(folded.substring(ARM.length()));
    }
    String vmx = ofApi(folded);
    return OTHER_NAMES.containsKey(vmx) ? OTHER_NAMES.get(vmx) : mostLike(vmx, NAMES);
  }

  private static String nearest64(String folded) {
    return mostLike(folded, NAMES.stream().filter(name -> name.endsWith(SUFFIX)).toList());
  }

  /**
   * The API says {@code rhel9_64Guest}, {@code ubuntu64Guest} and {@code windows9Server64Guest}.
   */
  private static String ofApi(String folded) {
    if (!folded.endsWith("guest") && !folded.endsWith("guest64")) {
      return folded.replace('_', '-');
    }
    return folded
        .replace("guest", "")
        .replaceAll("_?64$", SUFFIX)
        .replace("server", "srv")
        .replace("winlonghorn", "longhorn")
        .replace("windowshyperv", "winhyperv")
        .replace("vmwarephoton", "vmware-photon")
        .replace('_', '-');
  }

  private static String mostLike(String name, List<String> names) {
    String best = "other" + SUFFIX;
    int least = Integer.MAX_VALUE;
    for (String candidate : names) {
      int distance = NearestName.slips(name, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    // What is like nothing is best called so.
    return least > Math.max(2, name.length() / 2) ? "other" + SUFFIX : best;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String name : PC.split(" ")) {
      String both = "[" + SUFFIX + "]";
      if (name.endsWith(both)) {
        String base = name.substring(0, name.length() - both.length());
        names.add(base);
        names.add(base + SUFFIX);
      } else {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private static Set<String> folded() {
    Set<String> folded = new HashSet<>();
    NAMES.forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
    EDITIONS.forEach((system, editions) -> {
      for (String edition : editions.split(" ")) {
        folded.add((system + edition + "-32").toLowerCase(Locale.ROOT));
        folded.add((system + edition + SUFFIX).toLowerCase(Locale.ROOT));
      }
    });
    return folded;
  }
}
