using System.Numerics;

namespace CustomerInsight.Models;

/// <summary>The bounds between parts of a range of numbers, with a table that leads near the right one.</summary>
internal sealed class KeyBounds
{
    private const int TableBits = 12;

    private readonly ulong[] _bounds;
    private readonly ulong _least;
    private readonly int _shift;

    // How many bounds are below each piece of the range; the last entry is for what lies above it.
    private readonly short[] _below = new short[(1 << TableBits) + 2];

    /// <summary>Makes the table.</summary>
    /// <param name="bounds">The bounds, not falling.</param>
    public KeyBounds(ulong[] bounds)
    {
        _bounds = bounds;
        if (bounds.Length == 0)
        {
            return;
        }

        _least = bounds[0];
        _shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(bounds[^1] - _least) - TableBits);
        int below = 0;
        for (int piece = 0; piece < _below.Length; piece++)
        {
            while (below < bounds.Length && (bounds[below] - _least) >> _shift < (ulong)piece)
            {
                below++;
            }

            _below[piece] = (short)below;
        }
    }

    public int Parts => _bounds.Length + 1;

    /// <summary>Finds a number's part: how many bounds are not above it.</summary>
    public int PartOf(ulong key)
    {
        if (_bounds.Length == 0 || key < _least)
        {
            return 0;
        }

        int piece = (int)Math.Min((key - _least) >> _shift, (ulong)_below.Length - 2);
        int low = _below[piece];
        int high = piece == _below.Length - 2 ? _bounds.Length : _below[piece + 1];
        while (low < high)
        {
            int middle = (low + high) >> 1;
            (low, high) = _bounds[middle] <= key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
