using System.Text;

namespace CustomerInsight.Sources;

/// <summary>Folds the names of columns: case, separators and camelCase do not matter.</summary>
internal static class ColumnName
{
    /// <summary>The name in snake_case: <c>CustomerID</c> and <c>customer-id</c> are <c>customer_id</c>. Empty where it has no letter and no digit.</summary>
    public static string Snake(string name) => string.Join('_', Words(name, splitDigits: false));

    /// <summary>The name without separators, for lookups; the trimmed name itself where it has no letter and no digit.</summary>
    public static string Compact(string name)
    {
        string compact = string.Concat(Words(name, splitDigits: false));
        return compact.Length > 0 ? compact : name.Trim();
    }

    /// <summary>The lower-case words of a name.</summary>
    public static List<string> Words(string name, bool splitDigits)
    {
        List<string> words = [];
        var word = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool belongs = char.IsLetterOrDigit(name[i]) || char.IsSurrogate(name[i]);
            if (word.Length > 0 && (!belongs || StartsWord(name, i, splitDigits)))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (belongs)
            {
                word.Append(char.ToLowerInvariant(name[i]));
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static bool StartsWord(string name, int i, bool splitDigits)
    {
        char before = name[i - 1];
        char here = name[i];
        bool afterLower = char.IsUpper(here) && (char.IsLower(before) || char.IsDigit(before));
        bool endsAcronym = char.IsUpper(here) && char.IsUpper(before) && i + 1 < name.Length && char.IsLower(name[i + 1]);
        return afterLower || endsAcronym || (splitDigits && char.IsDigit(here) != char.IsDigit(before));
    }
}
