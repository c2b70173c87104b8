namespace CustomerInsight;

/// <summary>Starts maps from a host's own objects to activities.</summary>
public static class ActivityMap
{
    /// <summary>Starts a map.</summary>
    /// <typeparam name="T">The type of the host's objects.</typeparam>
    /// <param name="source">The source system's name, the same in every run.</param>
    /// <returns>A map of purchases that knows no more than that; it needs key, customer and time before it can be used.</returns>
    /// <exception cref="ArgumentException"><paramref name="source"/> is blank.</exception>
    public static ActivityMap<T> For<T>(string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        return new ActivityMap<T>(new ActivityMapState<T>(source));
    }
}
