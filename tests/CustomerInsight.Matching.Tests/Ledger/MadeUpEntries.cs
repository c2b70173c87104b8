namespace CustomerInsight.Matching.Tests;

/// <summary>Entries with anything that may stand in them.</summary>
internal sealed class MadeUpEntries(SeededRandom random)
{
    private static readonly string[] Texts =
    [
        "", " ", "a", "Ann", "O'Neil", "张伟", "é", "\0", "\ud83d\ude00", "\ud83d", "\ude00x", "x\ud83d", "\uffff", "ﬁ", new string('k', 10_240), new string('汉', 300), "crm", "main.st 12, flat 3 on the second floor",
    ];

    private readonly List<RecordSchema> _schemas = [];

    public SaltSource Salts => salts =>
    {
        foreach (ref byte salt in salts)
        {
            salt = (byte)random.NextBits();
        }
    };

    /// <summary>Entries of every kind; no schema is used before it is declared.</summary>
    public List<LedgerEntry> Entries(int count) => [.. Enumerable.Range(0, count).Select(_ => Entry())];

    public LedgerEntry Entry() => random.Next(_schemas.Count == 0 ? 13 : 19) switch
    {
        0 => new ModelAdopted(Text(), Text()),
        1 => Declared(),
        2 => new RecordDeleted(Number()),
        3 => new RecordErased(Number()),
        4 => new PairsKept(Number(), List(() => new KeptPair(Number(), Weight(), random.Next(20) - 1, random.Next(4) - 1))),
        5 => new ContentsAssigned(List(Number), List(Number)),
        6 => new Asserted((AssertionKind)random.Next(2), List(Number), List(Number)),
        7 => new Retracted((long)(random.NextBits() >> (1 + random.Next(63)))),
        8 => new ProfilesChanged(
            List(() => new ProfileMembers(Id(), (ProfileChangeKind)random.Next((int)ProfileChangeKind.Emptied + 1), List(Number), List(Number), List(Number))),
            List(() => new ProfileRedirect(Id(), random.Next(2) == 0 ? null : Id()))),
        9 => new RecordUpserted(Number(), Number() - 1, random.Next(2) == 0),
        10 => new ModelSaved(ValueList.Create<byte>(Bytes(random.Next(300)))),
        11 => new Noted(Note()),
        12 => new RecordsWaiting(List(Number)),
        _ => Version(),
    };

    public byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        Salts(bytes);
        return bytes;
    }

    private SchemaDeclared Declared()
    {
        _schemas.Add(new RecordSchema(Enumerable.Range(0, random.Next(9)).Select(i => new AttributeDefinition($"{i}{Text()}", new AttributeKind(Text())))));
        return new SchemaDeclared(_schemas.Count - 1, _schemas[^1]);
    }

    private RecordVersion Version()
    {
        int schema = random.Next(_schemas.Count);
        AttributeValues[] values = [.. _schemas[schema].Attributes.Select(_ => random.Next(4) == 0 ? AttributeValues.Of(List(Text)) : new AttributeValues(Text()))];
        var record = new SourceRecord(_schemas[schema], new RecordKey("s" + Text(), "k" + Text()), values)
        {
            Tenant = Text(),
            EntityKind = (EntityKind)random.Next(3),
            ObservedAt = random.Next(4) == 0 ? null : Time(),
            Identifiers = random.Next(2) == 0 ? [] : List(() => new Identifier(Text(), Text(), Text())),
        };
        return new RecordVersion(schema, record);
    }

    private StewardNote Note() => new(Text(), random.Next(2) == 0 ? null : Text(), Time());

    private DateTimeOffset Time()
    {
        long ticks = (long)(random.NextBits() % (ulong)(DateTime.MaxValue.Ticks - (4 * TimeSpan.TicksPerDay))) + (2 * TimeSpan.TicksPerDay);
        ticks -= random.Next(3) switch { 0 => 0, 1 => ticks % TimeSpan.TicksPerSecond, _ => ticks % TimeSpan.TicksPerDay };
        return new DateTimeOffset(ticks, TimeSpan.FromMinutes(random.Next(2) == 0 ? 0 : random.Next((28 * 60) + 1) - (14 * 60)));
    }

    private ValueList<T> List<T>(Func<T> make) => ValueList.From(Enumerable.Range(0, random.Next(5)).Select(_ => make()).ToArray());

    private ProfileId Id() => new((long)(random.NextBits() >> random.Next(64)));

    private int Number() => random.Next(int.MaxValue) >> random.Next(31);

    private double Weight() => random.Next(3) == 0 ? BitConverter.UInt64BitsToDouble(random.NextBits()) : (random.NextDouble() * 60) - 20;

    private string Text() => random.Next(30) == 0 ? Texts[random.Next(Texts.Length)] + Texts[random.Next(Texts.Length)] : Texts[random.Next(8) == 0 ? random.Next(Texts.Length) : random.Next(14)];
}
