namespace CustomerInsight.Sources;

/// <summary>Gives equal values of a column one string, so that a million rows do not hold a million copies of one city.</summary>
/// <remarks>A table that forgets: a new value takes the place of an older one. A column whose values hardly repeat is not looked up any more.</remarks>
internal sealed class ValuePool
{
    private const int Slots = 4096;
    private const int MaxLength = 48;
    private const int TrialLookups = 8192;
    private const int MinimumHits = TrialLookups / 8;

    private string?[]? _values = new string[Slots];
    private int _lookups;
    private int _hits;

    public string Get(ReadOnlySpan<char> value)
    {
        if (_values is null || value.Length > MaxLength)
        {
            return value.ToString();
        }

        ref string? slot = ref _values[(int)(StableHash.Of(value) & (Slots - 1))];
        bool known = slot is not null && value.SequenceEqual(slot);
        string text = known ? slot! : slot = value.ToString();
        Learn(known);
        return text;
    }

    private void Learn(bool known)
    {
        if (_lookups < TrialLookups)
        {
            _lookups++;
            _hits += known ? 1 : 0;
            if (_lookups == TrialLookups && _hits < MinimumHits)
            {
                _values = null;
            }
        }
    }
}
