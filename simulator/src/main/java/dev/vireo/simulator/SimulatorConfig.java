package dev.vireo.simulator;

import dev.vireo.simulator.internal.schema.XmlCharacters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that shapes a {@link Simulator}; immutable. Start from a preset and change what
 * differs:
 *
 * <pre>{@code
 * SimulatorConfig config = SimulatorConfig.esx80().toBuilder().vms(1000).build();
 * }</pre>
 */
public final class SimulatorConfig {

  private static final int MAX_VMS = 1_000_000;

  /** What a vCenter 8.0 and its hosts allow unless they are configured otherwise. */
  private static final int VCENTER_SESSIONS = 3000;

  private static final int HOST_SESSIONS = 500;

  /** A user beside the one that may do everything. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record User(char[] password, SimulatorRole role) {}

  private static final long UPLOAD_SPACE = 256L << 20;

  private final Preset preset;
  private final int vms;
  private final String userName;
  private final char[] password;
  private final Map<String, User> users;
  private final int maxSessions;
  private final Duration latency;
  private final Duration taskDuration;
  private final Duration sessionTimeout;
  private final int maxObjectsPerPage;
  private final long maxUploadBytes;
  private final long uploadSpace;
  private final @Nullable Long datastoreCapacity;
  private final ExpiredReads expiredReads;
  private final boolean freeLicence;
  private final long seed;
  private final InstantSource clock;
  private final @Nullable String hostAddress;
  private final @Nullable InventoryShape inventory;

  private SimulatorConfig(Builder builder) {
    this.preset = builder.preset;
    this.vms = builder.vms;
    this.userName = builder.userName;
    this.password = builder.password.clone();
    this.users = Map.copyOf(builder.users);
    this.maxSessions = builder.maxSessions;
    this.latency = builder.latency;
    this.taskDuration = builder.taskDuration;
    this.sessionTimeout = builder.sessionTimeout;
    this.maxObjectsPerPage = builder.maxObjectsPerPage;
    this.maxUploadBytes = builder.maxUploadBytes;
    this.uploadSpace = builder.uploadSpace;
    this.datastoreCapacity = builder.datastoreCapacity;
    this.expiredReads = builder.expiredReads;
    this.freeLicence = builder.freeLicence;
    this.seed = builder.seed;
    this.clock = builder.clock;
    this.hostAddress = builder.hostAddress;
    this.inventory = builder.inventory;
  }

  /** ESXi 8.0.3 with five virtual machines: two running, one suspended, two off. */
  public static SimulatorConfig esx80() {
    return of(Preset.ESX80);
  }

  /** ESX 4.1 with five virtual machines. */
  public static SimulatorConfig esx41() {
    return of(Preset.ESX41);
  }

  /** ESX Server 3.5 with five virtual machines. */
  public static SimulatorConfig esx35() {
    return of(Preset.ESX35);
  }

  /** VMware Server 2.0 with five virtual machines. */
  public static SimulatorConfig gsx20() {
    return of(Preset.GSX20);
  }

  /** vCenter Server 8.0.3 with several datacenters, clusters and hosts and twelve machines. */
  public static SimulatorConfig vcenter() {
    return of(Preset.VCENTER);
  }

  /** A preset as it comes. */
  public static SimulatorConfig of(Preset preset) {
    return new Builder(preset).build();
  }

  /** A builder that starts with this configuration's values. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The product to be. */
  public Preset preset() {
    return preset;
  }

  /** Number of virtual machines at the start. */
  public int vms() {
    return vms;
  }

  /** The user that may do everything. */
  public String userName() {
    return userName;
  }

  /** A copy of the user's password; the caller clears it. */
  public char[] password() {
    return password.clone();
  }

  /** Roles on the whole host, by the names of all users that may log in. */
  public Map<String, SimulatorRole> userRoles() {
    Map<String, SimulatorRole> roles = new TreeMap<>();
    users.forEach((name, user) -> roles.put(name, user.role()));
    roles.put(userName, SimulatorRole.administrator());
    return Collections.unmodifiableMap(roles);
  }

  /** A copy of the password of a user, which the caller clears; null when there is no such user. */
  public char @Nullable [] password(String user) {
    if (user.equals(userName)) {
      return password();
    }
    User found = users.get(user);
    return found == null ? null : found.password().clone();
  }

  /** Most sessions at a time. A further client gets status 503 when it logs in. */
  public int maxSessions() {
    return maxSessions;
  }

  /** Time added to every request. */
  public Duration latency() {
    return latency;
  }

  /** Time that a task takes; with zero it still runs after the answer that names it. */
  public Duration taskDuration() {
    return taskDuration;
  }

  /** Idle time after which a session ends, by {@link #clock()}. */
  public Duration sessionTimeout() {
    return sessionTimeout;
  }

  /** Most objects in one page of {@code RetrievePropertiesEx}, whatever the client asks for. */
  public int maxObjectsPerPage() {
    return maxObjectsPerPage;
  }

  /** Largest file that {@code PUT /folder} takes, in bytes. */
  public long maxUploadBytes() {
    return maxUploadBytes;
  }

  /**
   * Most bytes that uploaded files take on all datastores together; what exceeds it gets status
   * 507.
   */
  public long uploadSpace() {
    return uploadSpace;
  }

  /**
   * What each datastore has, in bytes; null for 2 TiB, or more where the machines need more. What
   * finds no space in it gets status 507 or {@code NoDiskSpace}.
   */
  public @Nullable Long datastoreCapacity() {
    return datastoreCapacity;
  }

  /** How the property collector answers a client without a session. */
  public ExpiredReads expiredReads() {
    return expiredReads;
  }

  /** Whether the licence is a free one, with which the API changes nothing. */
  public boolean freeLicence() {
    return freeLicence;
  }

  /** Seed of everything that is drawn: UUIDs, MAC addresses, the probability of fault rules. */
  public long seed() {
    return seed;
  }

  /** The host's clock. */
  public InstantSource clock() {
    return clock;
  }

  /** Address by which {@code FindByIp} finds the first host; null for one of its own. */
  public @Nullable String hostAddress() {
    return hostAddress;
  }

  /** The vCenter's inventory of plain names; null for the one that the preset comes with. */
  public @Nullable InventoryShape inventory() {
    return inventory;
  }

  /** Collects the values of a {@link SimulatorConfig}. */
  public static final class Builder {

    private final Preset preset;
    private int vms;
    private String userName;
    private char[] password;
    private final Map<String, User> users = new HashMap<>();
    private int maxSessions;
    private Duration latency;
    private Duration taskDuration;
    private Duration sessionTimeout;
    private int maxObjectsPerPage;
    private long maxUploadBytes;
    private long uploadSpace;
    private @Nullable Long datastoreCapacity;
    private ExpiredReads expiredReads;
    private boolean freeLicence;
    private long seed;
    private InstantSource clock;
    private @Nullable String hostAddress;
    private @Nullable InventoryShape inventory;

    private Builder(Preset preset) {
      this.preset = preset;
      this.vms = preset == Preset.VCENTER ? 12 : 5;
      this.userName = preset == Preset.VCENTER ? "administrator@vsphere.local" : "root";
      this.password = "vireo".toCharArray();
      this.maxSessions = preset == Preset.VCENTER ? VCENTER_SESSIONS : HOST_SESSIONS;
      this.latency = Duration.ZERO;
      this.taskDuration = Duration.ofMillis(20);
      this.sessionTimeout = Duration.ofMinutes(30);
      this.maxObjectsPerPage = Integer.MAX_VALUE;
      this.maxUploadBytes = 64L << 20;
      this.uploadSpace = UPLOAD_SPACE;
      this.expiredReads = ExpiredReads.FAULT;
      this.seed = 1;
      this.clock = InstantSource.system();
    }

    private Builder(SimulatorConfig config) {
      this.preset = config.preset;
      this.vms = config.vms;
      this.userName = config.userName;
      this.password = config.password.clone();
      this.users.putAll(config.users);
      this.maxSessions = config.maxSessions;
      this.latency = config.latency;
      this.taskDuration = config.taskDuration;
      this.sessionTimeout = config.sessionTimeout;
      this.maxObjectsPerPage = config.maxObjectsPerPage;
      this.maxUploadBytes = config.maxUploadBytes;
      this.uploadSpace = config.uploadSpace;
      this.datastoreCapacity = config.datastoreCapacity;
      this.expiredReads = config.expiredReads;
      this.freeLicence = config.freeLicence;
      this.seed = config.seed;
      this.clock = config.clock;
      this.hostAddress = config.hostAddress;
      this.inventory = config.inventory;
    }

    /**
     * A vCenter's inventory of plain names instead of the preset's own, whose odd ones are there to
     * find faults in clients. It says how many machines there are, too.
     *
     * @throws IllegalArgumentException when the preset is no vCenter
     */
    public Builder inventory(InventoryShape shape) {
      if (preset != Preset.VCENTER) {
        throw new IllegalArgumentException(
            "Only a vCenter has datacenters, clusters and folders, and '"
                + preset.label()
                + "' is none");
      }
      this.inventory = Objects.requireNonNull(shape, "shape");
      return vms(shape.totalVms());
    }

    /**
     * Number of virtual machines, 0 to 1,000,000. With {@link #inventory(InventoryShape)} that says
     * it, and this has no effect.
     */
    public Builder vms(int count) {
      if (count < 0 || count > MAX_VMS) {
        throw new IllegalArgumentException("The number of VMs must be 0 to 1000000: " + count);
      }
      this.vms = count;
      return this;
    }

    /** Name of the user that may do everything. */
    public Builder userName(String name) {
      this.userName = XmlCharacters.require(name, "The name of the user");
      return this;
    }

    /** Password of the user that may do everything; it is copied. */
    public Builder password(char[] newPassword) {
      this.password = newPassword.clone();
      return this;
    }

    /**
     * Adds a user, or replaces the one of its name. {@link Simulator#permissions()} gives it other
     * roles on parts of the tree.
     *
     * @param name its name, which is not that of the user that may do everything
     * @param newPassword its password; it is copied
     * @param role what it may do on the whole host
     */
    public Builder user(String name, char[] newPassword, SimulatorRole role) {
      users.put(
          XmlCharacters.require(name, "The name of the user"),
          new User(newPassword.clone(), Objects.requireNonNull(role, "role")));
      return this;
    }

    /**
     * Most sessions at a time; at least 1. 500 on a host and 3000 on a vCenter unless it is set.
     */
    public Builder maxSessions(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("A host must allow at least one session: " + count);
      }
      this.maxSessions = count;
      return this;
    }

    /** Time added to every request; zero or more. */
    public Builder latency(Duration time) {
      this.latency = notNegative(time);
      return this;
    }

    /** Time that a task takes; zero or more. */
    public Builder taskDuration(Duration time) {
      this.taskDuration = notNegative(time);
      return this;
    }

    /** Idle time after which a session ends; more than zero. */
    public Builder sessionTimeout(Duration time) {
      if (!time.isPositive()) {
        throw new IllegalArgumentException("The session time-out must be positive: " + time);
      }
      this.sessionTimeout = time;
      return this;
    }

    /** Most objects in one page of {@code RetrievePropertiesEx}; at least 1. */
    public Builder maxObjectsPerPage(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("A page must hold at least one object: " + count);
      }
      this.maxObjectsPerPage = count;
      return this;
    }

    /** Largest file that {@code PUT /folder} takes, in bytes; zero or more. */
    public Builder maxUploadBytes(long bytes) {
      this.maxUploadBytes = size(bytes);
      return this;
    }

    /**
     * Most bytes that uploaded files take on all datastores together, zero or more; 256 MiB unless
     * it is set. They are kept in a temporary file, which goes with the host.
     */
    public Builder uploadSpace(long bytes) {
      this.uploadSpace = size(bytes);
      return this;
    }

    /** What each datastore has, in bytes; zero or more. */
    public Builder datastoreCapacity(long bytes) {
      this.datastoreCapacity = size(bytes);
      return this;
    }

    /** How the property collector answers a client without a session. */
    public Builder expiredReads(ExpiredReads style) {
      this.expiredReads = Objects.requireNonNull(style, "style");
      return this;
    }

    /**
     * Whether the licence is a free one: methods that change something fail with {@code
     * RestrictedVersion}, as they do on an ESXi host without a paid licence. Off by default.
     */
    public Builder freeLicence(boolean free) {
      this.freeLicence = free;
      return this;
    }

    /** Seed of everything that is drawn. */
    public Builder seed(long newSeed) {
      this.seed = newSeed;
      return this;
    }

    /** The host's clock, for session expiry and time stamps. */
    public Builder clock(InstantSource source) {
      this.clock = Objects.requireNonNull(source, "source");
      return this;
    }

    /** Address by which {@code FindByIp} finds the first host. */
    public Builder hostAddress(String address) {
      this.hostAddress = XmlCharacters.require(address, "The address of the host");
      return this;
    }

    /** The configuration. */
    public SimulatorConfig build() {
      return new SimulatorConfig(this);
    }

    private static long size(long bytes) {
      if (bytes < 0) {
        throw new IllegalArgumentException("A size cannot be negative: " + bytes);
      }
      return bytes;
    }

    private static Duration notNegative(Duration time) {
      if (time.isNegative()) {
        throw new IllegalArgumentException("A duration cannot be negative: " + time);
      }
      return time;
    }
  }
}
