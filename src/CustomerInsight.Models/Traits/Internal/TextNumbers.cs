using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Numbers distinct texts in the order in which they come.</summary>
internal sealed class TextNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public int Add(string text)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, text, out bool known);
        if (!known)
        {
            number = _texts.Count;
            _texts.Add(text);
        }

        return number;
    }

    public string[] ToArray() => [.. _texts];
}
