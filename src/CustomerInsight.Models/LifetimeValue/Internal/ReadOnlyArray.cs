using System.Collections.ObjectModel;

namespace CustomerInsight.Models;

/// <summary>An array that others can read but not write to, whatever they cast it to; the estimators still see the array itself.</summary>
internal sealed class ReadOnlyArray<T>(T[] items) : ReadOnlyCollection<T>(items)
{
    /// <summary>The array itself. Not to be written to.</summary>
    public T[] Array { get; } = items;

    /// <summary>Gives the elements of any list as an array, copied only where it holds none. Not to be written to.</summary>
    public static T[] Of(IReadOnlyList<T> list) => list switch
    {
        T[] array => array,
        ReadOnlyArray<T> wrapped => wrapped.Array,
        _ => [.. list],
    };
}
