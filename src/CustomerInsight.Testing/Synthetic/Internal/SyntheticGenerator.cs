using System.Globalization;

namespace CustomerInsight.Testing;

/// <summary>Makes households until their records fill the quota, and writes each record to a shuffled place.</summary>
internal sealed class SyntheticGenerator
{
    private readonly SyntheticOptions _options;
    private readonly SeededRandom _random;
    private readonly RecordWriter[] _writers;
    private readonly WeightedPick _sources;
    private readonly DateTimeOffset _from;
    private readonly TimeSpan _span;

    public SyntheticGenerator(SyntheticOptions options)
    {
        _options = options;
        _random = new SeededRandom(options.Seed);
        _writers = [.. options.Sources.Select(source => new RecordWriter(source, options, _random))];
        _sources = new WeightedPick([.. options.Sources.Select(static source => source.Share)]);
        _from = new DateTimeOffset(options.From, TimeOnly.MinValue, TimeSpan.Zero);
        _span = TimeSpan.FromDays(options.To.DayNumber - options.From.DayNumber);
    }

    public SyntheticData Generate()
    {
        int[] places = Shuffled(_options.Records);
        var records = new SourceRecord[_options.Records];
        int[] truth = new int[_options.Records];
        var people = new List<SyntheticPerson>();
        List<int> starts = [0];
        var factory = new HouseholdFactory(_options, _random);
        var household = new List<Person>();
        int written = 0;
        while (written < records.Length)
        {
            household.Clear();
            factory.Draw(household);
            foreach (Person person in household)
            {
                int until = Math.Min(records.Length, written + DrawCount());
                int used = -1;
                for (; written < until; written++)
                {
                    int place = places[written];
                    used = DrawSource(used);
                    string id = (place + 1).ToString("D7", CultureInfo.InvariantCulture);
                    records[place] = _writers[used].Write(person, id, HomeFactory.Moment(_random, _from, _span));
                    truth[place] = people.Count;
                }

                if (written > starts[^1])
                {
                    people.Add(new SyntheticPerson(person.Household, person.IsChinese));
                    starts.Add(written);
                }
            }
        }

        return new SyntheticData(_options, records, truth, people, new PersonRecords([.. starts], places));
    }

    private int DrawCount()
    {
        int most = _options.MaximumRecordsPerPerson;
        if (_random.NextDouble() >= _options.DuplicateShare || most == 1)
        {
            return 1;
        }

        int count = 2;
        while (count < most && _random.NextDouble() < _options.FurtherRecordShare)
        {
            count++;
        }

        return count;
    }

    // A second record more often comes from another source than the first.
    private int DrawSource(int last)
    {
        int source = _sources.Next(_random);
        return source == last ? _sources.Next(_random) : source;
    }

    private int[] Shuffled(int count)
    {
        int[] places = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = _random.Next(i + 1);
            (places[i], places[j]) = (places[j], places[i]);
        }

        return places;
    }
}
