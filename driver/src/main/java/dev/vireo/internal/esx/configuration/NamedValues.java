package dev.vireo.internal.esx.configuration;

import dev.vireo.ErrorCode;
import dev.vireo.TypedParameter;
import dev.vireo.internal.esx.Attempt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The typed parameters of a call: all are known, of the right type, and there once. */
final class NamedValues {

  private final Map<String, Long> values = new HashMap<>();

  private NamedValues() {}

  /**
   * Checks parameters as libvirt does.
   *
   * @param types what there may be; whole numbers only
   * @throws dev.vireo.LibvirtException {@link ErrorCode#ARGUMENT_UNSUPPORTED} for an unknown one,
   *     {@link ErrorCode#INVALID_ARG} for another mistake
   */
  static NamedValues of(
      List<TypedParameter> parameters, Map<String, TypedParameter.Type> types, Attempt attempt) {
    NamedValues found = new NamedValues();
    for (TypedParameter parameter : parameters) {
      String name = parameter.name();
      TypedParameter.Type type = types.get(name);
      if (type == null) {
        throw attempt.error(
            ErrorCode.ARGUMENT_UNSUPPORTED, "parameter '" + name + "' not supported", null);
      }
      if (parameter.type() != type) {
        throw attempt.error(
            ErrorCode.INVALID_ARG,
            "invalid type '%s' for parameter '%s', expected '%s'"
                .formatted(parameter.type().word(), name, type.word()),
            null);
      }
      if (found.values.put(name, parameter.number()) != null) {
        throw attempt.error(
            ErrorCode.INVALID_ARG, "parameter '" + name + "' occurs multiple times", null);
      }
    }
    return found;
  }

  /** The value of a name; null when it is not there. */
  @Nullable Long find(String name) {
    return values.get(name);
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return values.isEmpty();
  }
}
