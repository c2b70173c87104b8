namespace CustomerInsight.Models;

/// <summary>Starts maps from a host's own objects to traits.</summary>
public static class TraitMap
{
    /// <summary>Starts a map.</summary>
    /// <typeparam name="T">What is known of a customer.</typeparam>
    /// <param name="customer">Reads the customer's name in results: the same as in the run, where traits are to be joined.</param>
    /// <returns>A map without traits.</returns>
    public static TraitMap<T> For<T>(Func<T, string> customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return new TraitMap<T>(customer, []);
    }
}
