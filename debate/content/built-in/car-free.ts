import { CAR_FREE_KIT } from "#debate/content/built-in/car-free-kit.ts";
import { numbered } from "#debate/content/built-in/numbered.ts";
import type { Debate } from "#debate/content/debate.ts";

const FOR = [
  "Stand on a main street and look at how its ground is shared. Most of it belongs to cars, and most cars are going nowhere. In England, the RAC Foundation calculated in 2021, the average car or van is driven only about four percent of the time. The rest of its life it is parked. The center of a city is the most precious ground that its people own together. It should hold trees, trams, benches and children, and not be a storeroom for machines that are waiting.",
  "Cars are also dangerous. Worldwide, the World Health Organization counts about 1.19 million deaths on the roads in a year, and no other cause kills more people between 5 and 29. More than half of the dead were on foot, on bicycles or on motorcycles. Where cars give way, streets become safer. Pontevedra in Spain cleared its old center in 1999. On streets where 30 people had been killed from 1996 to 2006, three were killed in the ten years after, The Guardian reported in 2018.",
  "Traffic harms even those it never touches. According to the European Environment Agency, about 113 million people in Europe live with road noise at levels that can damage health. Electric cars will not end the problem. Their tires roll and their brakes rub: the OECD expects that fine dust from tires, brakes and road surfaces will soon outweigh the dust from exhausts, and that heavy electric cars could make it worse. A clean engine is still a ton of metal in a crowded street.",
  "“The cars will only go somewhere else.” Some will. But when researchers collected about 70 cases from 11 countries in which roads had been closed or narrowed, they found that part of the traffic had simply vanished. In half of the cases, more than a tenth of the vehicles that had used the street could afterward be found nowhere around it. People had joined two trips into one, gone at another hour, taken a bus, shared a ride or walked. Habits bend further than drivers believe, once the street gives them a reason.",
  "Shopkeepers fear an empty street, and they deserve an honest answer. In 2021 a review of 23 studies from the United States and Canada found that better conditions for walking and cycling usually left nearby shops and restaurants with the same income or more, even where parking spaces or lanes had been taken away. That is no miracle. A driver looks for a gap at the curb. Somebody on foot passes twenty shop windows, smells the bakery, meets a friend, and stops.",
  "Finally, a ban can be fairer than the other ways. Children, many old people and those who cannot afford a car have always made room for drivers, and breathed their air. A fee would let the rich buy their way in; a ban treats the director and the student alike. It need not be heartless: buses, ambulances, deliveries and people with disabilities still come through. It can grow street by street, with trams and car parks at the edge. But a city has to say what its center is for. It is for people.",
];

const AGAINST = [
  "Nobody dreams of a center full of exhaust and hurry. Fewer cars where they do harm is a goal that all of us can share. The resolution asks for something else: to forbid all private cars, at all hours, in the middle of every city. That treats a nurse on her way home from the night shift like somebody out for a spin. A good rule aims at the harm, which is too much traffic at the wrong times and speeds. A ban aims at a kind of object, and hits many people behind it.",
  "Ask who needs a car most. Often it is those with the fewest choices: someone who walks in pain, a father with three small children, a cleaner whose shift ends after the last bus. In 2021 the British group Transport for All published what 84 disabled people had told it about streets closed to through traffic. Some were glad of easier, calmer journeys. Many others said that theirs had become longer, more tiring and more expensive, and that carers took longer to reach them. Permits help those who fit the form. Life often does not.",
  "A ban needs good buses and trains first, and most cities do not have them. Take Japan, famous for its railways. In its three great urban regions, about three in ten weekday trips are made by car. In its regional cities it is nearly six in ten, a government survey found in 2015. People there do not love engines more; their bus comes less often. Close the center before something else can carry them, and many will not change to the bus. They will drive to the mall outside town, where parking is free.",
  "Look again at the famous examples. Pontevedra is a town of about 83,000 people, and it built parking for more than 1,600 cars around its old center. Oslo announced a ban, met resistance, and took away parking spaces instead. Paris, since November 2024, has forbidden only driving straight through its heart; whoever lives, works, delivers, shops or visits there may still come by car. These cities improved their centers, and none of them did what this resolution demands. Their success is an argument for measure.",
  "And there is a better tool. Since 2006 Stockholm has charged drivers who cross the edge of its inner city, more at busy hours. Traffic there fell by about a fifth and stayed down for years. People disliked the charge at first, and most came to support it once they saw it work. Those who must drive still can, those who need not find another way, and discounts can protect people with little money. Add slower speeds, fewer parking spaces and wider sidewalks, and a city gets most of the gain without shutting anyone out.",
  "Even small steps go wrong, so it matters that they can be corrected. In 2015 Kyoto narrowed Shijo Street, in its busiest quarter, from four lanes to two. That spring traffic jammed, and buses were stuck in it. The jams eased within months, but by then the city had become careful about its plan for a second street. A center lives because many kinds of people reach it at many hours. Change it street by street, count, listen, and keep what works. A ban settles at one stroke what a city should go on learning.",
];

/** [D37] Written for Resolved, from published studies. */
export const CAR_FREE: Debate = {
  id: "car-free-centers",
  lang: "en",
  tags: ["city", "environment", "transport"],
  level: "middle",
  resolution: "Cities Should Ban Private Cars from Their Centers",
  introduction: `Most old city centers were built for feet and carts. In the twentieth century they were rebuilt for cars, and for some decades now people have argued about turning them back. Some cities have closed a shopping street on Sundays. Others charge drivers, remove parking spaces, or keep out cars that are only passing through. This debate asks for the whole step: private cars may not drive in the center at all.

In this debate buses, trams, taxis, ambulances, deliveries at set hours and the vehicles of people with disabilities may still come in. Where the center ends, each city decides. Neither text is by a real person: each makes the best honest case for its side. Every figure comes from a source under Resources.`,
  positions: [
    { side: "for", expert: { name: "The case for", role: "" }, paragraphs: numbered(FOR) },
    { side: "against", expert: { name: "The case against", role: "" }, paragraphs: numbered(AGAINST) },
  ],
  resources: [
    {
      label:
        "Car Dealer Magazine, on the RAC Foundation's analysis of how long cars are driven and parked, 2021",
      url: "https://cardealermagazine.co.uk/publish/huge-opportunity-for-home-charging/227762",
    },
    {
      label:
        "World Health Organization, Road traffic injuries (fact sheet), from the Global status report on road safety 2023",
      url: "https://www.who.int/news-room/fact-sheets/detail/road-traffic-injuries",
    },
    {
      label:
        "The Guardian, “For me, this is paradise”: life in the Spanish city that banned cars (Pontevedra), 2018",
      url: "https://www.theguardian.com/cities/2018/sep/18/paradise-life-spanish-city-banned-cars-pontevedra",
    },
    {
      label: "European Environment Agency, Environmental noise in Europe, 2020",
      url: "https://www.eea.europa.eu/publications/environmental-noise-in-europe",
    },
    {
      label:
        "OECD, Measures needed to curb particulate matter emitted by wear of car parts and road surfaces, 2020",
      url: "https://www.oecd.org/en/about/news/announcements/2020/12/measures-needed-to-curb-particulate-matter-emitted-by-wear-of-car-parts-and-road-surfaces.html",
    },
    {
      label:
        "S. Cairns, S. Atkins and P. Goodwin, Disappearing traffic? The story so far, Municipal Engineer, 2002",
      url: "https://doi.org/10.1680/muen.2002.151.1.13",
    },
    {
      label:
        "J. Volker and S. Handy, Economic impacts on local businesses of investments in bicycle and pedestrian infrastructure: a review of the evidence, Transport Reviews, 2021",
      url: "https://doi.org/10.1080/01441647.2021.1912849",
    },
    {
      label: "Road Safety Knowledge Centre, on Pave the Way, a report by Transport for All, 2021",
      url: "https://www.roadsafetyknowledgecentre.org.uk/pave-the-way-report/",
    },
    {
      label:
        "Response, on the transport survey of Japanese cities by the Ministry of Land, Infrastructure, Transport and Tourism of 2015 (in Japanese)",
      url: "https://response.jp/article/2016/12/26/287601.html",
    },
    {
      label: "The Guardian, on Oslo, which gave up its ban and removed parking spaces, 2017",
      url: "https://www.theguardian.com/cities/2017/jun/13/oslo-ban-cars-backlash-parking",
    },
    {
      label: "Sortir à Paris, on who may drive in the limited traffic zone of Paris, 2024 (in French)",
      url: "https://www.sortiraparis.com/actualites/a-paris/articles/321349-zone-a-trafic-limite-ztl-a-paris-quels-sont-les-motifs-valables-pour-s-y-rendre",
    },
    {
      label:
        "M. Börjesson, J. Eliasson and others, The Stockholm congestion charges, 5 years on: Effects, acceptability and lessons learnt, Transport Policy, 2012",
      url: "https://www.researchgate.net/publication/254419803_The_Stockholm_congestion_charges-5_years_on_Effects_acceptability_and_lessons_learnt",
    },
    {
      label: "City of Kyoto, on the wider sidewalks of Shijo Street, 2016 (in Japanese)",
      url: "https://www.city.kyoto.lg.jp/kensetu/page/0000191438.html",
    },
    {
      label:
        "Nikkei, on the traffic jams of Shijo Street and the plan for a second street, 2015 (in Japanese)",
      url: "https://www.nikkei.com/article/DGXMZO87817150Y5A600C1000000/",
    },
  ],
  related: [],
  rights:
    "Written for Resolved, and part of it. The reports named under Resources belong to their authors; the words here are ours, and the figures are theirs.",
  kit: CAR_FREE_KIT,
};
