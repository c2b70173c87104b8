namespace CustomerInsight.Testing;

/// <summary>Makes e-mail addresses from names. Their domains end in <c>.example</c>, which nobody can own, so nobody can be written to.</summary>
internal sealed class EmailFactory
{
    private static readonly string[] Domains = WordList.Words("gmail.example outlook.example hotmail.example yahoo.example icloud.example btinternet.example live.example aol.example sky.example me.example work.example");
    private static readonly string[] ChineseDomains = WordList.Words("qq.example 163.example 126.example gmail.example sina.example foxmail.example");
    private static readonly WeightedPick DomainRanks = WeightedPick.Ranked(Domains.Length, 1.5);
    private static readonly WeightedPick ChineseDomainRanks = WeightedPick.Ranked(ChineseDomains.Length, 1);

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>An address that no one else was given.</summary>
    public string Draw(SeededRandom random, string given, string family, int birthYear, bool chinese)
    {
        string domain = chinese ? ChineseDomains[ChineseDomainRanks.Next(random)] : Domains[DomainRanks.Next(random)];
        string user = chinese && random.NextDouble() < 0.45
            ? (char)('1' + random.Next(9)) + Digits.Draw(random, 7 + random.Next(3))
            : User(random, given.ToLowerInvariant(), family.ToLowerInvariant(), birthYear);
        string email = $"{user}@{domain}";
        while (!_taken.Add(email))
        {
            user += (char)('0' + random.Next(10));
            email = $"{user}@{domain}";
        }

        return email;
    }

    private static string User(SeededRandom random, string given, string family, int birthYear) => random.Next(10) switch
    {
        0 or 1 or 2 => $"{given}.{family}",
        3 => $"{given}{family}",
        4 => $"{given[0]}{family}{Digits.Text(1 + random.Next(99))}",
        5 => $"{given}.{family}{Digits.Text(1 + random.Next(99))}",
        6 => $"{given}{Digits.Text(birthYear)}",
        7 => $"{given}{family[0]}{Digits.Text(birthYear % 100)}",
        8 => $"{family}.{given}",
        _ => $"{given}_{family}{Digits.Text(birthYear % 100)}",
    };
}
