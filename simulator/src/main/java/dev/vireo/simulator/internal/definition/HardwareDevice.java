package dev.vireo.simulator.internal.definition;

import dev.vireo.simulator.internal.schema.ApiType;
import dev.vireo.simulator.internal.schema.ApiTypes;
import dev.vireo.simulator.internal.schema.Members;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ObjectOf;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A virtual device: the API's data object of any type, so that what nothing here knows of a device
 * stays with it. What follows from the machine and its host is not in it: labels, the devices of a
 * controller, references to datastores and networks, whether it is connected. Immutable.
 */
public final class HardwareDevice {

  private static final String KEY = "key";

  private final ObjectOf data;
  private final int key;

  private HardwareDevice(ObjectOf data) {
    this.data = data;
    this.key = data.get(KEY) instanceof Integer number ? number : 0;
  }

  /** A device with nothing but its key. */
  public static HardwareDevice of(String type, int key) {
    return new HardwareDevice(new ObjectOf(type, Map.of(KEY, key)));
  }

  /** What a client sent. */
  public static HardwareDevice of(DataObject device) {
    return new HardwareDevice(Members.of(device)).with("deviceInfo", null).with("device", null);
  }

  /** What is behind a device. */
  public static ObjectOf backing(String type, Map<String, ?> members) {
    return new ObjectOf(type, new LinkedHashMap<>(members));
  }

  /** The API's data object, with its members in any order. */
  public ObjectOf data() {
    return data;
  }

  /** Identity within the machine. */
  public int key() {
    return key;
  }

  /** VI name of its type. */
  public String type() {
    return data.typeName();
  }

  /** Whether it is of a type, or of one derived from it. */
  public boolean isA(String type) {
    for (ApiType each = ApiTypes.all().find(type()); each != null; each = each.parent()) {
      if (each.name().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /** Key of the controller that it is attached to; null for none. */
  public @Nullable Integer controller() {
    return data.get("controllerKey") instanceof Integer number ? number : null;
  }

  /** Its place on its controller; -1 for none. */
  public int unit() {
    return data.get("unitNumber") instanceof Integer number ? number : -1;
  }

  /** The bus of a controller; -1 for none. */
  public int bus() {
    return data.get("busNumber") instanceof Integer number ? number : -1;
  }

  /** A member; null when it is unset. */
  public @Nullable Object get(String member) {
    return data.get(member);
  }

  /** A member as text; null when it is unset. */
  public @Nullable String text(String member) {
    Object value = data.get(member);
    return value == null ? null : Members.text(value);
  }

  /** Whether a truth value is set and true. */
  public boolean is(String member) {
    return Boolean.TRUE.equals(data.get(member));
  }

  /** What is behind it; null for nothing. */
  public @Nullable ObjectOf backing() {
    return data.get("backing") instanceof ObjectOf backing ? backing : null;
  }

  /** VI name of the type of what is behind it; empty for nothing. */
  public String backingType() {
    ObjectOf backing = backing();
    return backing == null ? "" : backing.typeName();
  }

  /** A member of what is behind it, as text; null when it is unset. */
  public @Nullable String backingText(String member) {
    ObjectOf backing = backing();
    Object value = backing == null ? null : backing.get(member);
    return value == null ? null : Members.text(value);
  }

  /** Whether a truth value of what is behind it is set and true. */
  public boolean backingIs(String member) {
    ObjectOf backing = backing();
    return backing != null && Boolean.TRUE.equals(backing.get(member));
  }

  /** Datastore path of the file behind it; null for none. */
  public @Nullable String fileName() {
    return backingText("fileName");
  }

  /** The same device with another member; null to unset it. */
  public HardwareDevice with(String member, @Nullable Object value) {
    return new HardwareDevice(changed(data, member, value));
  }

  /** The same device with another member of what is behind it; null to unset it. */
  public HardwareDevice withBacking(String member, @Nullable Object value) {
    ObjectOf backing = backing();
    return backing == null ? this : with("backing", changed(backing, member, value));
  }

  private static ObjectOf changed(ObjectOf object, String member, @Nullable Object value) {
    Map<String, Object> members = Members.map(object);
    if (value == null) {
      members.remove(member);
    } else {
      members.put(member, value);
    }
    return new ObjectOf(object.typeName(), members);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HardwareDevice device && device.data.equals(data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }

  @Override
  public String toString() {
    return type() + "[" + key + "]";
  }
}
