namespace CustomerInsight.Testing;

/// <summary>Slips of people who type, hear, or scan.</summary>
internal static class TypoMaker
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    // What is heard alike and spelt otherwise, in both directions.
    private static readonly (string From, string To)[] Sounds =
    [
        ("ph", "f"), ("ck", "k"), ("ie", "ei"), ("ei", "ie"), ("ee", "ea"), ("ea", "ee"), ("ou", "u"), ("ay", "ey"), ("ey", "y"), ("th", "t"),
        ("mb", "m"), ("wh", "w"), ("gh", "g"), ("ai", "ay"), ("ks", "x"), ("x", "ks"), ("c", "k"), ("k", "c"), ("s", "z"), ("z", "s"),
        ("i", "y"), ("y", "i"), ("f", "ph"), ("a", "e"), ("e", "a"), ("o", "u"), ("v", "f"), ("d", "t"),
    ];

    // Pairs of digits that a scanner takes for each other.
    private static readonly string[] LikeDigits = ["86", "74", "7", "85", "19", "68", "58", "12", "03569", "4"];

    /// <summary>Makes one slip. The result differs from the value wherever the value gives a chance to.</summary>
    public static string Slip(SeededRandom random, string value)
    {
        if (value.Length == 0)
        {
            return value;
        }

        for (int attempt = 0; attempt < 4; attempt++)
        {
            int at = random.Next(value.Length);
            string slipped = value[at] >= 0x3400 ? Replace(value, at, Pinyin.Homophone(random, value[at])) : random.Next(6) switch
            {
                0 or 1 => Neighbour(random, value, at),
                2 => Transpose(value, at),
                3 => value.Length > 2 ? value.Remove(at, 1) : value,
                4 => value.Insert(at, value[at].ToString()),
                _ => Sound(random, value),
            };
            if (slipped != value && !string.IsNullOrWhiteSpace(slipped))
            {
                return slipped;
            }
        }

        return value;
    }

    /// <summary>Misreads one digit; a value without digits stays as it is.</summary>
    public static string MisreadDigit(SeededRandom random, string value)
    {
        int digits = value.Count(char.IsAsciiDigit);
        if (digits == 0)
        {
            return value;
        }

        int chosen = random.Next(digits);
        int at = 0;
        while (!char.IsAsciiDigit(value[at]) || chosen-- > 0)
        {
            at++;
        }

        string like = LikeDigits[value[at] - '0'];
        return Replace(value, at, like[random.Next(like.Length)]);
    }

    private static string Neighbour(SeededRandom random, string value, int at)
    {
        char letter = char.ToLowerInvariant(value[at]);
        foreach (string row in Rows)
        {
            int column = row.IndexOf(letter, StringComparison.Ordinal);
            if (column >= 0)
            {
                char next = column == 0 || (column < row.Length - 1 && random.Next(2) == 0) ? row[column + 1] : row[column - 1];
                return Replace(value, at, char.IsUpper(value[at]) ? char.ToUpperInvariant(next) : next);
            }
        }

        return char.IsAsciiDigit(letter) ? Replace(value, at, (char)('0' + random.Next(10))) : value;
    }

    private static string Transpose(string value, int at) =>
        at + 1 < value.Length ? string.Concat(value.AsSpan(0, at), [value[at + 1], value[at]], value.AsSpan(at + 2)) : value;

    private static string Sound(SeededRandom random, string value)
    {
        int start = random.Next(Sounds.Length);
        for (int i = 0; i < Sounds.Length; i++)
        {
            (string from, string to) = Sounds[(start + i) % Sounds.Length];

            // The first letter is what people hear best, so it stays.
            int at = value.Length > 1 ? value.IndexOf(from, 1, StringComparison.Ordinal) : -1;
            if (at >= 0)
            {
                return string.Concat(value.AsSpan(0, at), to, value.AsSpan(at + from.Length));
            }
        }

        return value;
    }

    private static string Replace(string value, int at, char by) => string.Concat(value.AsSpan(0, at), [by], value.AsSpan(at + 1));
}
