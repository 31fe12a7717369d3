package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.Filesystem;
import dev.vireo.model.domain.MacAddress;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.internal.convert.network.Ethernets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the devices of a file again in an edited domain: equal ones first, then those of the same
 * MAC address or name, and the rest in their order. New ones get numbers that are free in the file.
 */
final class DeviceMatch {

  private DeviceMatch() {}

  static DeviceNumbers numbers(
      Devices before, DeviceNumbers numbers, Devices edited, VmxDocument original) {
    return new DeviceNumbers(
        match(
            before.interfaces(),
            numbers.interfaces(),
            edited.interfaces(),
            List.of(DeviceMatch::sameInterface, DeviceMatch::sameMac, (a, b) -> true),
            Ethernets.KIND,
            original),
        match(
            before.filesystems(),
            numbers.folders(),
            edited.filesystems(),
            List.of(Filesystem::equals, DeviceMatch::sameFolder, (a, b) -> true),
            SharedFolders.KIND,
            original));
  }

  private static <T> List<Integer> match(
      List<T> before,
      List<Integer> numbers,
      List<T> edited,
      List<BiPredicate<T, T>> rules,
      DeviceKind kind,
      VmxDocument original) {
    @Nullable Integer[] found = new @Nullable Integer[edited.size()];
    boolean[] taken = new boolean[before.size()];
    for (BiPredicate<T, T> rule : rules) {
      for (int i = 0; i < found.length; i++) {
        for (int j = 0; j < taken.length && found[i] == null; j++) {
          if (!taken[j] && rule.test(before.get(j), edited.get(i))) {
            taken[j] = true;
            found[i] = numbers.get(j);
          }
        }
      }
    }
    List<Integer> used = new ArrayList<>(numbers);
    for (int i = 0; i < found.length; i++) {
      if (found[i] == null) {
        found[i] = firstFree(used, kind, original);
        used.add(found[i]);
      }
    }
    return Arrays.stream(found).map(Objects::requireNonNull).toList();
  }

  private static int firstFree(List<Integer> used, DeviceKind kind, VmxDocument original) {
    int number = 0;
    while (used.contains(number)
        || "true".equalsIgnoreCase(original.get(kind.name(number) + ".present"))) {
      number++;
    }
    return number;
  }

  private static boolean sameInterface(NetworkInterface a, NetworkInterface b) {
    return sameMac(a, b)
        && a.source().equals(b.source())
        && Objects.equals(a.targetDevice(), b.targetDevice())
        && Objects.equals(a.model(), b.model())
        && Objects.equals(a.info().address(), b.info().address());
  }

  private static boolean sameMac(NetworkInterface a, NetworkInterface b) {
    return mac(a).equals(mac(b));
  }

  private static String mac(NetworkInterface nic) {
    MacAddress mac = nic.mac();
    return mac == null ? "" : mac.address().toLowerCase(Locale.ROOT);
  }

  private static boolean sameFolder(Filesystem a, Filesystem b) {
    return Objects.equals(a.targetDirectory(), b.targetDirectory());
  }
}
