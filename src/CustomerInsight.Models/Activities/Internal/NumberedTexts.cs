namespace CustomerInsight.Models;

/// <summary>Numbers distinct texts in the order in which they come.</summary>
internal sealed class NumberedTexts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private string _last = string.Empty;
    private int _lastNumber = -1;

    public int Count => _texts.Count;

    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Finds a text's number; a new text gets the next.</summary>
    public int Add(string text)
    {
        int number = Find(text);
        if (number >= 0)
        {
            return number;
        }

        _numbers.Add(text, _texts.Count);
        _texts.Add(text);
        return _texts.Count - 1;
    }

    /// <summary>Finds a text's number; −1 where it is not known.</summary>
    public int Find(string? text)
    {
        // Logs come in runs of one customer, one type and one currency.
        if (_lastNumber >= 0 && string.Equals(_last, text, StringComparison.Ordinal))
        {
            return _lastNumber;
        }

        if (text is null || !_numbers.TryGetValue(text, out int number))
        {
            return -1;
        }

        (_last, _lastNumber) = (text, number);
        return number;
    }
}
