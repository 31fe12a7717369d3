package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.DomainState;
import dev.vireo.internal.esx.HostOperation.Need;
import java.util.List;

/** What is asked about one domain. */
final class ReadingOperations {

  private ReadingOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          HostOperation.named("state of a domain")
              .calls("virDomainGetState")
              .costs(1)
              .needs(Need.READ)
              .does(ReadingOperations::state),
          HostOperation.named("info of a domain")
              .calls("virDomainGetInfo")
              .costs(1)
              .needs(Need.READ)
              .does(ReadingOperations::info),
          HostOperation.named("memory of a domain")
              .calls("virDomainGetMaxMemory")
              .costs(1)
              .needs(Need.READ)
              .does(ReadingOperations::maxMemory),
          HostOperation.named("whether a domain is active")
              .calls("virDomainIsActive")
              .costs(1)
              .needs(Need.READ)
              .does(ReadingOperations::isActive),
          HostOperation.named("whether a domain is persistent")
              .calls("virDomainIsPersistent")
              .costs(1)
              .needs(Need.READ)
              .does(ReadingOperations::isPersistent),
          HostOperation.named("whether a domain was changed since its start")
              .calls("virDomainIsUpdated")
              .costs(1)
              .needs(Need.READ)
              .does(ReadingOperations::isUpdated),
          HostOperation.named("whether a domain was saved")
              .calls("virDomainHasManagedSaveImage")
              .costs(1)
              .needs(Need.READ)
              .does(ReadingOperations::hasManagedSave),
          HostOperation.named("autostart of a domain")
              .calls("virDomainGetAutostart")
              .costs(2)
              .needs(Need.READ)
              .does(ReadingOperations::autostart));

  private static void state(Operations on) {
    assertThat(on.domain("web").getState()).isEqualTo(DomainState.RUNNING);
  }

  private static void info(Operations on) {
    assertThat(on.domain("web").getInfo().vcpus()).isPositive();
  }

  private static void maxMemory(Operations on) {
    assertThat(on.domain("web").getMaxMemory()).isPositive();
  }

  private static void isActive(Operations on) {
    assertThat(on.domain("web").isActive()).isTrue();
  }

  private static void isPersistent(Operations on) {
    assertThat(on.domain("web").isPersistent()).isTrue();
  }

  private static void isUpdated(Operations on) {
    assertThat(on.domain("web").isUpdated()).isFalse();
  }

  private static void hasManagedSave(Operations on) {
    assertThat(on.domain("web").hasManagedSaveImage()).isFalse();
  }

  private static void autostart(Operations on) {
    assertThat(on.domain("web").getAutostart()).isFalse();
  }
}
