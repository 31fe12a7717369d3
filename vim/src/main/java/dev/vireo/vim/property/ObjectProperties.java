package dev.vireo.vim.property;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MissingProperty;
import dev.vireo.vim.types.ObjectContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an object as the server gave them. A property that the server could not read is
 * never taken for one that is not set: asking for it fails with the server's reason.
 */
public final class ObjectProperties {

  private final ObjectContent content;

  /**
   * @param content the server's answer for the object
   */
  public ObjectProperties(ObjectContent content) {
    this.content = content;
  }

  /** The object. */
  public ManagedObjectReference object() {
    return content.obj();
  }

  /** The properties that the server could not read, with the reasons. */
  public List<MissingProperty> missing() {
    return content.missingSet();
  }

  /**
   * A property that is always set.
   *
   * @param <T> its type
   * @param path path of the property
   * @param type its class
   * @throws FaultException when the server could not read it, with the reason
   * @throws ProtocolException when it is not set, or of another type
   */
  public <T> T get(String path, Class<T> type) {
    T value = find(path, type);
    if (value == null) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED, object() + " has no property '" + path + "'.", null);
    }
    return value;
  }

  /**
   * A property that may be unset: null then.
   *
   * @param <T> its type
   * @param path path of the property
   * @param type its class
   * @throws FaultException when the server could not read it, with the reason
   * @throws ProtocolException when it is of another type
   */
  public <T> @Nullable T find(String path, Class<T> type) {
    for (DynamicProperty property : content.propSet()) {
      if (property.name().equals(path)) {
        return cast(path, property.val(), type);
      }
    }
    for (MissingProperty property : content.missingSet()) {
      if (property.path().equals(path)) {
        throw unreadable(property.path(), property.fault());
      }
    }
    return null;
  }

  /**
   * An array; empty when it is not set.
   *
   * @param <T> type of the elements
   * @param path path of the property
   * @param type class of the elements; elements of other classes are left out
   * @throws FaultException when the server could not read it, with the reason
   */
  public <T> List<T> list(String path, Class<T> type) {
    List<?> values = find(path, List.class);
    return values == null
        ? List.of()
        : values.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private <T> T cast(String path, Object value, Class<T> type) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw new ProtocolException(
        ProtocolException.Kind.MALFORMED,
        "The property '"
            + path
            + "' of "
            + object()
            + " is no "
            + type.getSimpleName()
            + " but a "
            + value.getClass().getSimpleName()
            + ".",
        null);
  }

  private FaultException unreadable(String path, LocalizedMethodFault reason) {
    String text = reason.localizedMessage();
    return new FaultException(
        "Reading '" + path + "' of " + object(),
        SoapCodec.faultName(reason.fault()),
        reason.fault(),
        text == null ? "" : text);
  }
}
