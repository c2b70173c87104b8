using System.Numerics;

namespace CustomerInsight.Sources;

/// <summary>Gives equal values of a column one string, so that a million rows do not hold a million copies of one city.</summary>
/// <remarks>
/// A table that grows for as long as values repeat, up to a limit, and then forgets: a new value takes the place of an older one.
/// A column whose values hardly repeat is not looked up any more.
/// </remarks>
internal sealed class ValuePool
{
    private const int FirstSlots = 1024;
    private const int MostSlots = 1 << 18;
    private const int Ways = 4;
    private const int MaxLength = 48;

    // A short trial for columns of keys, in which hardly any value is met again; a long one for what repeats rarely.
    private const int FirstTrial = 1 << 11;
    private const int FirstHitShare = 128;
    private const int Trial = 1 << 16;
    private const int HitShare = 8;

    // Text and hash side by side: a look costs one place in memory, not two.
    private (string? Text, int Hash)[]? _values = new (string?, int)[FirstSlots];
    private int _trial = FirstTrial;
    private int _hitShare = FirstHitShare;
    private int _lookups;
    private int _held;
    private int _hits;

    public string Get(ReadOnlySpan<char> value)
    {
        if (_values is null || value.Length > MaxLength)
        {
            return value.ToString();
        }

        if (++_lookups == _trial)
        {
            Judge();
            return Get(value);
        }

        int hash = string.GetHashCode(value);
        int free = -1;
        for (int way = 0; way < Ways; way++)
        {
            int at = Slot(hash, way, _values.Length);
            (string? known, int knownHash) = _values[at];
            if (known is null)
            {
                free = at;
                break;
            }

            if (knownHash == hash && value.SequenceEqual(known))
            {
                _hits++;
                return known;
            }
        }

        string text = value.ToString();
        Keep(text, hash, free);
        return text;
    }

    private static int Slot(int hash, int way, int slots) => (hash + way) & (slots - 1);

    private void Keep(string text, int hash, int free)
    {
        // With all ways taken the hash chooses which to forget, so that no two values push each other out for ever.
        int slot = free >= 0 ? free : Slot(hash, BitOperations.PopCount((uint)hash) % Ways, _values!.Length);
        _values![slot] = (text, hash);
        if (++_held > _values.Length / 2 && _values.Length < MostSlots)
        {
            Grow(_values);
        }
    }

    /// <summary>Drops the table where values hardly repeat.</summary>
    private void Judge()
    {
        _values = _hits < _lookups / _hitShare ? null : _values;
        (_trial, _hitShare, _lookups, _hits) = (Trial, HitShare, 0, 0);
    }

    private void Grow((string? Text, int Hash)[] values)
    {
        _values = new (string?, int)[values.Length * 2];
        foreach ((string? text, int hash) in values)
        {
            for (int way = 0; text is not null && way < Ways; way++)
            {
                int at = Slot(hash, way, _values.Length);
                if (_values[at].Text is null)
                {
                    _values[at] = (text, hash);
                    break;
                }
            }
        }
    }
}
