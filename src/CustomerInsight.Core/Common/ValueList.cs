using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace CustomerInsight;

/// <summary>An immutable list that equals another by its elements, so that records which hold one compare by value.</summary>
/// <typeparam name="T">The type of an element.</typeparam>
/// <remarks><see cref="ImmutableArray{T}"/> compares by reference. The default value is the empty list.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> _items;

    /// <summary>Wraps an array without copying it.</summary>
    /// <param name="items">The elements; a default array counts as empty.</param>
    public ValueList(ImmutableArray<T> items) => _items = items;

    /// <summary>Gets how many elements there are.</summary>
    public int Count => _items.IsDefault ? 0 : _items.Length;

    /// <summary>Gets one element.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is outside that range.</exception>
    public T this[int index] => AsSpan()[index];

    /// <summary>Gives the elements as a span, without copying.</summary>
    /// <returns>The elements in order.</returns>
    public ReadOnlySpan<T> AsSpan() => _items.IsDefault ? [] : _items.AsSpan();

    /// <summary>Walks the elements in order.</summary>
    /// <returns>An enumerator that does not allocate.</returns>
    public ImmutableArray<T>.Enumerator GetEnumerator() => (_items.IsDefault ? [] : _items).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items.IsDefault ? [] : _items)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Compares two lists by their elements.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where both hold equal elements in the same order.</returns>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Compares two lists by their elements.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ.</returns>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}
