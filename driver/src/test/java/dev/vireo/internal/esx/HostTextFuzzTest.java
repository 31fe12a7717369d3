package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.UuidText;
import dev.vireo.model.NearestName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What holds for names, numbers and uuids, whatever text a host sends for them. */
class HostTextFuzzTest {

  @FuzzTest
  void names(byte @NotNull [] bytes) {
    String name = new String(bytes, StandardCharsets.UTF_8);
    String shown = InventoryName.unescape(name);
    assertThat(InventoryName.matches(name, name)).isTrue();
    assertThat(InventoryName.matches(name, shown)).isTrue();
    String escaped = name.replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
    assertThat(InventoryName.unescape(escaped)).isEqualTo(name);
    UuidText.parse(name)
        .ifPresent(uuid -> {
          assertThat(UuidText.parse(uuid.toString())).hasValue(uuid);
          assertThat(name.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", ""))
              .isEqualTo(uuid.toString().replace("-", ""));
        });
    try {
      assertThat(MachineIdentity.id(name)).isPositive();
    } catch (LibvirtException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }
    assertThat(NearestName.of(name, List.of("web", "db", name + "x"))).isNotNull();
  }
}
