namespace CustomerInsight;

/// <summary>Starts maps from a host's own objects to records.</summary>
public static class RecordMap
{
    /// <summary>Starts a map.</summary>
    /// <typeparam name="T">The type of the host's objects.</typeparam>
    /// <param name="source">The source system's name, the same in every run.</param>
    /// <returns>A map that knows no more than that; it needs a key before it can be used.</returns>
    /// <exception cref="ArgumentException"><paramref name="source"/> is blank.</exception>
    public static RecordMap<T> For<T>(string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        return new RecordMap<T>(new RecordMapState<T>(source));
    }
}
