package dev.vireo.simulator.internal.manager;

import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.schema.ApiMember;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ApiType;
import dev.vireo.simulator.internal.schema.ApiTypes;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ConstantOf;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.WireEnum;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads every property of every object that can be reached, as a release of the API shows it, and
 * holds it against the table of types.
 */
final class Conformance {

  /** What each session has for itself. */
  private static final Set<String> OF_SESSIONS =
      Set.of("PropertyCollector", "ViewManager", "SessionManager");

  private static final Map<String, Class<?>> SCALARS =
      Map.of(
          "string", String.class,
          "boolean", Boolean.class,
          "int", Integer.class,
          "long", Long.class,
          "short", Short.class,
          "byte", Byte.class,
          "float", Float.class,
          "dateTime", Instant.class);

  private final SimulatedHost host;
  private final ApiRelease api;
  private final List<String> objections = new ArrayList<>();
  private final Set<ManagedObject> seen = new LinkedHashSet<>();
  private final ArrayDeque<ManagedObject> open = new ArrayDeque<>();

  private Conformance(SimulatedHost host, ApiRelease api) {
    this.host = host;
    this.api = api;
  }

  /** What does not fit; empty when all is well. */
  static List<String> objections(SimulatedHost host, ApiRelease api) {
    Conformance conformance = new Conformance(host, api);
    conformance.walk();
    return conformance.objections;
  }

  /** The types of all objects that can be reached. */
  static Set<String> types(SimulatedHost host, ApiRelease api) {
    Conformance conformance = new Conformance(host, api);
    conformance.walk();
    Set<String> types = new LinkedHashSet<>();
    conformance.seen.forEach(object -> types.add(object.ref().type()));
    return types;
  }

  private void walk() {
    follow("start", new ManagedObjectReference("ServiceInstance", "ServiceInstance"));
    while (!open.isEmpty()) {
      ManagedObject object = open.poll();
      ApiType type = ApiTypes.all().require(object.ref().type());
      for (String name : object.propertyNames(api)) {
        String where = object + "." + name;
        ApiMember member = type.member(name, api);
        if (member == null) {
          objections.add(where + ": the release does not have it");
          continue;
        }
        Object value = object.property(name, api);
        if (value != null) {
          check(where, member, value instanceof ArrayOf array ? array.items() : value);
        } else if (!member.optional()) {
          objections.add(where + ": is unset");
        }
      }
    }
  }

  private void follow(String where, ManagedObjectReference ref) {
    ManagedObject object = host.find(ref);
    if (object == null) {
      if (!OF_SESSIONS.contains(ref.type())) {
        objections.add(where + ": there is no " + ref);
      }
    } else if (!object.ref().equals(ref)) {
      objections.add(where + ": " + ref + " is " + object.ref());
    } else if (seen.add(object)) {
      open.add(object);
    }
  }

  private void check(String where, ApiMember member, Object value) {
    if (member.array() != value instanceof List<?>) {
      objections.add(where + ": an array, or none");
    } else if (value instanceof List<?> items) {
      items.forEach(item -> checkItem(where + "[]", member.type(), item));
    } else {
      checkItem(where, member.type(), value);
    }
  }

  private void checkItem(String where, String declared, Object value) {
    switch (value) {
      case ObjectOf.Any any -> {
        if (!declared.equals("anyType")) {
          objections.add(where + ": is not of any type");
        }
      }
      case ManagedObjectReference ref -> {
        isA(where, ref.type(), declared);
        follow(where, ref);
      }
      case ConstantOf constant -> equal(where, constant.typeName(), declared);
      case WireEnum constant -> equal(where, constant.typeName(), declared);
      case ObjectOf object -> {
        isA(where, object.typeName(), declared);
        Map<String, Object> members = new LinkedHashMap<>();
        object.names().forEach(name -> members.put(name, object.get(name)));
        checkMembers(where, object.typeName(), members, true);
      }
      case Record data -> checkRecord(where, declared, data);
      default -> {
        if (!declared.equals("anyType")
            && !SCALARS.getOrDefault(declared, Void.class).isInstance(value)) {
          objections.add(where + ": a " + value.getClass() + " is no " + declared);
        }
      }
    }
  }

  private void checkRecord(String where, String declared, Record data) {
    String type =
        data instanceof DataObject object ? object.typeName() : data.getClass().getSimpleName();
    if (!declared.equals("anyType")) {
      isA(where, type, declared);
    }
    Map<String, Object> members = new LinkedHashMap<>();
    for (RecordComponent component : data.getClass().getRecordComponents()) {
      Object value = valueOf(data, component);
      if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
        members.put(component.getName(), value);
      }
    }
    // The records of vim have the members that its clients read, not all that are required.
    checkMembers(where, type, members, false);
  }

  private static @Nullable Object valueOf(Record data, RecordComponent component) {
    try {
      return component.getAccessor().invoke(data);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot read " + component, e);
    }
  }

  private void checkMembers(
      String where, String typeName, Map<String, Object> members, boolean complete) {
    ApiType type = ApiTypes.all().find(typeName);
    if (type == null) {
      objections.add(where + ": there is no type " + typeName);
      return;
    }
    int last = -1;
    for (Map.Entry<String, Object> entry : members.entrySet()) {
      String place = where + "." + entry.getKey();
      ApiMember member = type.member(entry.getKey(), api);
      if (member == null) {
        objections.add(place + ": " + typeName + " does not have it in " + api.label());
        continue;
      }
      if (type.position(entry.getKey()) < last) {
        objections.add(place + ": is out of order");
      }
      last = type.position(entry.getKey());
      check(place, member, entry.getValue());
    }
    for (ApiMember member : type.members()) {
      boolean wanted = complete && !member.optional() && !member.array();
      if (wanted && api.has(member.since()) && !members.containsKey(member.name())) {
        objections.add(where + ": lacks its " + member.name());
      }
    }
  }

  private void equal(String where, String actual, String declared) {
    if (!actual.equals(declared)) {
      objections.add(where + ": a " + actual + " is no " + declared);
    }
  }

  private void isA(String where, String actual, String declared) {
    for (ApiType type = ApiTypes.all().find(actual); type != null; type = type.parent()) {
      if (type.name().equals(declared)) {
        return;
      }
    }
    objections.add(where + ": a " + actual + " is no " + declared);
  }
}
