package dev.vireo.simulator;

/**
 * How many of each a simulated vCenter has, all with plain names, such as {@code DC1}, {@code
 * esx1.example.com} and {@code vm-0001}. The counts nest as those of vcsim's options do.
 *
 * @param datacenters datacenters, 1 to 100
 * @param clusters clusters in each datacenter, 0 to 100; with none its hosts stand alone
 * @param hosts hosts in each cluster, or in each datacenter that has no clusters, 1 to 1,000
 * @param pools resource pools in each cluster or host that stands alone, 0 to 100; without any the
 *     machines are in the root pool
 * @param vms virtual machines in each of these pools, 0 to 100,000
 * @param datastores datastores in each datacenter, which all of its hosts have, 1 to 1,000
 * @param folders folders of virtual machines in each datacenter, 0 to 1,000; the machines are dealt
 *     to them in turn
 */
public record InventoryShape(
    int datacenters, int clusters, int hosts, int pools, int vms, int datastores, int folders) {

  /** One datacenter with one cluster of two hosts, four machines and one datastore. */
  public static final InventoryShape PLAIN = new InventoryShape(1, 1, 2, 0, 4, 1, 0);

  private static final long MAX_VMS = 1_000_000;
  private static final long MAX_HOSTS = 10_000;

  /** Checks the counts. */
  public InventoryShape {
    check("datacenters", datacenters, 1, 100);
    check("clusters", clusters, 0, 100);
    check("hosts", hosts, 1, 1_000);
    check("pools", pools, 0, 100);
    check("machines", vms, 0, 100_000);
    check("datastores", datastores, 1, 1_000);
    check("folders", folders, 0, 1_000);
    if ((long) datacenters * Math.max(1, clusters) * hosts > MAX_HOSTS) {
      throw new IllegalArgumentException("There can be " + MAX_HOSTS + " hosts at most");
    }
    if (totalVms(datacenters, clusters, hosts, pools, vms) > MAX_VMS) {
      throw new IllegalArgumentException("There can be " + MAX_VMS + " machines at most");
    }
  }

  private static void check(String what, int count, int least, int most) {
    if (count < least || count > most) {
      throw new IllegalArgumentException(
          "The number of " + what + " must be " + least + " to " + most + ": " + count);
    }
  }

  private static long totalVms(int datacenters, int clusters, int hosts, int pools, int vms) {
    long owners = (long) datacenters * (clusters == 0 ? hosts : clusters);
    return owners * Math.max(1, pools) * vms;
  }

  /** Number of virtual machines in all. */
  public int totalVms() {
    return (int) totalVms(datacenters, clusters, hosts, pools, vms);
  }

  /** Inventory path of the first host, as URIs of {@code vpx} have it. */
  public String firstHost() {
    return clusters == 0 ? "/DC1/esx1.example.com" : "/DC1/C1/esx1.example.com";
  }

  /** The same with another number of datacenters. */
  public InventoryShape withDatacenters(int count) {
    return new InventoryShape(count, clusters, hosts, pools, vms, datastores, folders);
  }

  /** The same with another number of clusters in each datacenter. */
  public InventoryShape withClusters(int count) {
    return new InventoryShape(datacenters, count, hosts, pools, vms, datastores, folders);
  }

  /** The same with another number of hosts in each cluster. */
  public InventoryShape withHosts(int count) {
    return new InventoryShape(datacenters, clusters, count, pools, vms, datastores, folders);
  }

  /** The same with another number of resource pools in each cluster. */
  public InventoryShape withPools(int count) {
    return new InventoryShape(datacenters, clusters, hosts, count, vms, datastores, folders);
  }

  /** The same with another number of machines in each pool. */
  public InventoryShape withVms(int count) {
    return new InventoryShape(datacenters, clusters, hosts, pools, count, datastores, folders);
  }

  /** The same with another number of datastores in each datacenter. */
  public InventoryShape withDatastores(int count) {
    return new InventoryShape(datacenters, clusters, hosts, pools, vms, count, folders);
  }

  /** The same with another number of folders in each datacenter. */
  public InventoryShape withFolders(int count) {
    return new InventoryShape(datacenters, clusters, hosts, pools, vms, datastores, count);
  }
}
