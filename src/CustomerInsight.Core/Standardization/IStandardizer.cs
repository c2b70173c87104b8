namespace CustomerInsight;

/// <summary>Transforms the values of one kind of attribute so that equal things compare equal. A port: a host may bring its own.</summary>
/// <remarks>
/// Implementations are pure, safe from many threads, independent of the current culture, and idempotent: standardizing a
/// standardized value with the same conventions changes nothing (law L1). The source's value stays as it was.
/// </remarks>
public interface IStandardizer
{
    /// <summary>Gets the name under which a model file remembers this standardizer.</summary>
    string Name { get; }

    /// <summary>Gets the version, raised whenever any value comes out differently; a trained model remembers it.</summary>
    int Version { get; }

    /// <summary>Standardizes one value.</summary>
    /// <param name="value">The value as the source wrote it. Not blank.</param>
    /// <param name="conventions">How the source writes what is ambiguous.</param>
    /// <returns>The value to compare by and what was noted; never an exception for any text.</returns>
    StandardizedValue Standardize(string value, SourceConventions conventions);
}
