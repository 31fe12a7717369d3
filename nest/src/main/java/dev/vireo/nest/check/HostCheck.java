package dev.vireo.nest.check;

import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.check.HostCheckResult.Check;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.check.HostChecks;
import dev.vireo.nest.internal.check.TableCheck;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a host is ready for a nested host. It looks and changes nothing, from the processor
 * outwards: what comes first must be mended first.
 */
public final class HostCheck {

  private final HostChecks checks;

  /**
   * A check.
   *
   * @param local this machine
   * @param libvirt the libvirt to use
   */
  public HostCheck(LocalHost local, VirtualizationHost libvirt) {
    checks = new HostChecks(local, libvirt);
  }

  /**
   * Looks at everything that the nested host would need. What cannot be looked at is skipped, and
   * the result says why.
   *
   * @param spec the host that is to run; nothing of it is made
   * @return one result or more for each {@link Check}
   */
  public List<HostCheckResult> run(NestedHostSpec spec) {
    List<HostCheckResult> results = new ArrayList<>(processor(spec.acceleration()));
    results.addAll(checks.libvirt(spec));
    results.addAll(checks.disk(spec));
    results.addAll(checks.capacity(spec));
    results.addAll(TableCheck.of(spec));
    return results;
  }

  /**
   * Whether KVM can nest, which is all that a host needs to know that is defined already.
   *
   * @param acceleration who runs its instructions
   */
  public List<HostCheckResult> processor(Acceleration acceleration) {
    return checks.processor(acceleration);
  }
}
