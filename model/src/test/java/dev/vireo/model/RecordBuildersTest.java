package dev.vireo.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.CharacterSource;
import dev.vireo.model.domain.Device;
import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.InterfaceSource;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who changes one component of a record keeps all others, those included that it gets later: each
 * record that a user edits has a builder, and no builder forgets or confuses a component.
 */
class RecordBuildersTest {

  /** Records without a builder, and why. One component alone needs none, there is no rest of it. */
  private static final Map<Class<? extends Record>, String> WITHOUT =
      Map.ofEntries(
          Map.entry(Capabilities.class, "a host says it, nobody edits it"),
          Map.entry(Capabilities.Host.class, "a host says it, nobody edits it"),
          Map.entry(Capabilities.Guest.class, "a host says it, nobody edits it"),
          Map.entry(NearestName.class, "an answer, nobody edits it"),
          Map.entry(DeviceAddress.Drive.class, "a place is given as a whole"),
          Map.entry(DeviceAddress.Pci.class, "a place is given as a whole"),
          Map.entry(DeviceAddress.VirtioSerial.class, "a place is given as a whole"),
          Map.entry(DeviceAddress.Usb.class, "a place is given as a whole"),
          Map.entry(DeviceAddress.Other.class, "it holds all of its element already"),
          Map.entry(CharacterSource.Other.class, "it holds all of its elements already"),
          Map.entry(DiskSource.Other.class, "it holds all of its element already"),
          Map.entry(InterfaceSource.Other.class, "it holds all of its element already"),
          Map.entry(Device.Port.class, "a label on a record that has a builder"),
          Map.entry(XmlNode.Element.class, "XML, which gets no further parts"),
          Map.entry(XmlNode.Attribute.class, "XML, which gets no further parts"),
          Map.entry(XmlNode.Instruction.class, "XML, which gets no further parts"));

  static List<Class<? extends Record>> recordsWithBuilder() {
    return publicRecords().stream().filter(type -> find(type, "toBuilder") != null).toList();
  }

  @Test
  void eachRecordThatAUserEditsHasABuilder() {
    assertThat(publicRecords())
        .hasSizeGreaterThan(50)
        .filteredOn(type -> find(type, "toBuilder") == null)
        .filteredOn(type -> type.getRecordComponents().length > 1)
        .containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
  }

  @ParameterizedTest
  @MethodSource("recordsWithBuilder")
  void aCopyKeepsEachComponent(Class<? extends Record> type) {
    Map<String, Object> first = values(type, 1);
    assertThat(copy(make(type, first))).isEqualTo(make(type, first));
    values(type, 2)
        .forEach((name, other) -> {
          Record mixed = make(type, with(first, name, other));
          assertThat(copy(mixed)).as(name).isEqualTo(mixed).isNotEqualTo(make(type, first));
        });
  }

  @ParameterizedTest
  @MethodSource("recordsWithBuilder")
  void eachComponentHasASetterThatChangesItAlone(Class<? extends Record> type) {
    Map<String, Object> first = values(type, 1);
    Map<String, Object> second = values(type, 2);
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      Object changed = Objects.requireNonNull(second.get(name));
      Object builder = call(make(type, first), "toBuilder");
      Method setter = find(builder.getClass(), name, component.getType());
      assertThat(setter).as("setter of %s", name).isNotNull();
      assertThat(setter.getGenericParameterTypes()[0]).isEqualTo(component.getGenericType());
      assertThat(invoke(setter, builder, changed)).isSameAs(builder);
      assertThat(call(builder, "build")).as(name).isEqualTo(make(type, with(first, name, changed)));
    }
  }

  @ParameterizedTest
  @MethodSource("recordsWithBuilder")
  void aNewBuilderHoldsWhatItWasGivenAndNothingElse(Class<? extends Record> type) {
    Map<String, Object> given = values(type, 1);
    for (Method method : type.getMethods()) {
      if (!method.getName().equals("builder")) {
        continue;
      }
      List<String> names = Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
      assertThat(given.keySet()).containsAll(names);
      Object built = call(made(method, names.stream().map(given::get).toArray()), "build");
      for (RecordComponent component : type.getRecordComponents()) {
        Object value = invoke(component.getAccessor(), built);
        if (names.contains(component.getName())) {
          assertThat(value).as(component.getName()).isEqualTo(given.get(component.getName()));
        } else if (!component.getDeclaringRecord().equals(DomainDefinition.class)) {
          assertThat(value)
              .as(component.getName())
              .isIn(null, false, List.of(), Extras.NONE, DeviceInfo.NONE);
        }
      }
    }
  }

  private static Object copy(Record record) {
    return call(call(record, "toBuilder"), "build");
  }

  private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return changed;
  }

  /** A value for each component that is not its default; other ones for each number. */
  private static Map<String, Object> values(Class<? extends Record> type, int number) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      values.put(
          component.getName(), sample(component.getGenericType(), component.getName(), number));
    }
    return values;
  }

  private static Object sample(Type type, String name, int number) {
    if (type instanceof ParameterizedType list && list.getRawType().equals(List.class)) {
      return List.of(sample(list.getActualTypeArguments()[0], name, number));
    }
    if (!(type instanceof Class<?> known)) {
      throw new IllegalArgumentException("no sample of " + type);
    }
    // A tree would have no end.
    if (known.equals(XmlNode.Element.class)) {
      return new XmlNode.Element(name + number, "", List.of(), List.of());
    }
    if (known.isSealed()) {
      return sample(known.getPermittedSubclasses()[0], name, number);
    }
    if (known.isRecord()) {
      Class<? extends Record> record = known.asSubclass(Record.class);
      return make(record, values(record, number));
    }
    return plain(known, name, number);
  }

  private static Object plain(Class<?> type, String name, int number) {
    if (type.equals(String.class)) {
      return name + number;
    } else if (type.equals(int.class) || type.equals(Integer.class)) {
      return Math.abs(name.hashCode() % 1000) + number;
    } else if (type.equals(long.class) || type.equals(Long.class)) {
      return (long) Math.abs(name.hashCode() % 1000) + number;
    } else if (type.equals(boolean.class) || type.equals(Boolean.class)) {
      return number == 1;
    } else if (type.equals(UUID.class)) {
      return new UUID(name.hashCode(), number);
    }
    throw new IllegalArgumentException("no sample of " + type);
  }

  private static Record make(Class<? extends Record> type, Map<String, Object> values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<? extends Record> constructor = type.getConstructor(types);
      return constructor.newInstance(values.values().toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " from " + values, e);
    }
  }

  private static @Nullable Method find(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static Object call(Object target, String name) {
    Method method = find(target.getClass(), name);
    assertThat(method).as("%s.%s", target.getClass().getName(), name).isNotNull();
    return Objects.requireNonNull(invoke(method, target));
  }

  private static Object made(Method method, Object... arguments) {
    return Objects.requireNonNull(invoke(method, null, arguments));
  }

  private static @Nullable Object invoke(
      Method method, @Nullable Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  /** All records that users of the module can name. */
  private static List<Class<? extends Record>> publicRecords() {
    List<Class<? extends Record>> records = new ArrayList<>();
    Path root = classes();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
        String name =
            root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
        Class<?> type = load(name.substring(0, name.length() - ".class".length()));
        if (type != null && type.isRecord() && isPublic(type) && !name.contains(".internal.")) {
          records.add(type.asSubclass(Record.class));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static @Nullable Class<?> load(String name) {
    try {
      return name.endsWith("-info")
          ? null
          : Class.forName(name, false, DomainDefinition.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }

  private static Path classes() {
    try {
      URI location =
          DomainDefinition.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(location);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
