package dev.vireo.nest;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.internal.check.TableCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What making a nested host would do.
 *
 * @param spec the host
 * @param domain its domain
 * @param xml the domain's document
 * @param objections what speaks against it, the impossible included
 */
public record CreatePlan(
    NestedHostSpec spec, DomainDefinition domain, String xml, List<Objection> objections) {
  public CreatePlan {
    Objects.requireNonNull(spec);
    Objects.requireNonNull(domain);
    Objects.requireNonNull(xml);
    objections = List.copyOf(objections);
  }

  /**
   * What keeps the host from being made.
   *
   * @param options what is accepted
   * @return one sentence each; empty when it can be made
   */
  public List<String> refusals(CreateOptions options) {
    return refused(options).stream().map(Objection::told).toList();
  }

  /**
   * Refuses a host that cannot be made.
   *
   * @param options what is accepted
   * @throws NestException with all that keeps it from being made
   */
  public void requireMakeable(CreateOptions options) {
    List<Objection> refused = refused(options);
    if (!refused.isEmpty()) {
      throw NestException.ofRefusals(refused);
    }
  }

  private List<Objection> refused(CreateOptions options) {
    return objections.stream().filter(objection -> !options.accepts(objection)).toList();
  }

  /**
   * What is worth knowing about a host that can be made.
   *
   * @param options what is accepted
   * @return one sentence each
   */
  public List<String> warnings(CreateOptions options) {
    return objections.stream().filter(options::warnsOf).map(Objection::told).toList();
  }

  /**
   * Whether there is an objection of a kind.
   *
   * @param kind the kind
   */
  public boolean has(Objection.Kind kind) {
    return objections.stream().anyMatch(objection -> objection.kind() == kind);
  }

  /** What is done, in this order, one sentence each. */
  public List<String> steps(CreateOptions options) {
    List<String> steps = new ArrayList<>();
    for (LabDisk.NewImage image : spec.newImages()) {
      steps.add("make disk %s of %s".formatted(image.path(), TableCheck.text(image.size())));
    }
    steps.add("define domain " + spec.name());
    if (spec.autostart()) {
      steps.add("have it start with libvirt");
    }
    if (options.start()) {
      steps.add("start it");
    }
    return List.copyOf(steps);
  }
}
