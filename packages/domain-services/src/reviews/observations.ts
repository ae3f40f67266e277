// What customers notice about things of each category; clauses without capital or full stop.
import type { ProductCategory } from '../seeding/master-data.ts';

export interface Observations {
  readonly praise: readonly string[];
  readonly faults: readonly string[];
}

// biome-ignore format: one line a list keeps each category together
export const observations: Readonly<Record<ProductCategory, Observations>> = {
  'desk-lamps': {
    praise: ['the light is warm and does not glare on the screen', 'the arm stays exactly where I put it', 'it takes up hardly any room on my desk', 'dimming works in fine steps and remembers the last one', 'it looks more expensive than it was'],
    faults: ['the base is too light for the long arm', 'the cable is rather short', 'it hums softly on the lowest step', 'the switch feels flimsy'],
  },
  'floor-lamps': {
    praise: ['the evening light in our living room is so much nicer now', 'it stands firmly although we have a dog', 'putting it together took ten minutes', 'the shade hides the bulb from every seat', 'it fills that dark corner beautifully'],
    faults: ['the foot switch is hard to find in the dark', 'the shade arrived with a small dent', 'it leans a little to one side', 'it is not bright enough to read by'],
  },
  armchairs: {
    praise: ['I fall asleep in it every Sunday', 'the fabric feels lovely and hides cat hair', 'my back thanks me after an evening of reading', 'the wood is flawless and smells of oil', 'it is wide enough for me and one child'],
    faults: ['the seat is firmer than I like', 'the colour is darker than in the picture', 'one leg needed a felt pad to stand straight', 'the cover pills where arms rest'],
  },
  shelving: {
    praise: ['two of us had it standing within half an hour', 'the boards do not bend under art books', 'all holes lined up, which says a lot', 'the oak has a beautiful grain', 'it makes the whole room look tidier'],
    faults: ['two screws were missing', 'the back panel is thin', 'the instructions have pictures only and not the right ones', 'it needs to be fixed to the wall or it wobbles'],
  },
  rugs: {
    praise: ['it is wonderfully soft under bare feet', 'the colours match the picture exactly', 'it lay flat after one night', 'red wine came out with water and patience', 'the room sounds calmer with it'],
    faults: ['it sheds fibres even after weeks', 'the corners keep curling up', 'it smelled of wool for days', 'it is a few centimetres shorter than stated'],
  },
  'coffee-makers': {
    praise: ['the coffee is better than in our office canteen, by far', 'cleaning it takes half a minute', 'it is quiet enough not to wake anybody', 'the crema is thick and stays', 'nothing drips when I pour'],
    faults: ['it takes long to heat up', 'the lid does not close tightly', 'the water tank is awkward to refill', 'the first weeks everything tasted of metal'],
  },
  cookware: {
    praise: ['pancakes slide out by themselves', 'it heats evenly right to the edge', 'steaks get a crust like in a restaurant', 'it looks as new after months of daily use', 'the handle stays cool on the induction hob'],
    faults: ['it is heavier than I can manage with one hand', 'food sticks unless you use a lot of oil', 'the rim drips when pouring', 'the base warped slightly after a month'],
  },
  knives: {
    praise: ['tomatoes, onions, bread: it goes through everything', 'it lies perfectly in the hand', 'I have sharpened it once in half a year', 'the balance is just right', 'cooking has become quicker, honestly'],
    faults: ['it got dull quickly', 'the handle has a rough edge near the blade', 'it shows rust spots although I dry it at once', 'the tip broke off when it fell'],
  },
  tableware: {
    praise: ['each piece is slightly different, which I love', 'it has survived the dishwasher fifty times', 'guests always remark on the glaze', 'the size is just right for pasta', 'it stacks neatly in a small cupboard'],
    faults: ['one piece arrived chipped', 'the glaze shows marks from cutlery', 'it gets very hot in the microwave', 'the set is smaller than I had imagined'],
  },
  headphones: {
    praise: ['the train disappears as soon as I put them on', 'calls are clear, even in the street', 'the battery lasts my whole working week', 'they are so light that I forget them', 'voices sound natural and the bass does not drown them'],
    faults: ['they press on my ears after an hour', 'the connection drops when my phone is in the back pocket', 'the noise cancelling hisses in quiet rooms', 'the case scratches at once'],
  },
  keyboards: {
    praise: ['typing on it is a pleasure', 'my colleagues no longer hear me', 'switching between laptop and desktop works with one key', 'the keycaps feel dry and firm', 'my wrists have stopped hurting'],
    faults: ['the space bar rattles', 'it wakes up too slowly over Bluetooth', 'the feet slide on a smooth desk', 'the legends are hard to read in the evening'],
  },
  speakers: {
    praise: ['it fills the kitchen without effort', 'old records sound new on it', 'pairing took three seconds', 'the volume dial is a delight', 'the bass is there but never booms'],
    faults: ['it beeps far too loudly when switched on', 'the sound gets thin at high volume', 'it loses the Wi-Fi every few days', 'the power brick is huge'],
  },
  chargers: {
    praise: ['it charges laptop and phone at once', 'it is tiny for what it can do', 'it stays cool even overnight', 'I travel with one charger now instead of three', 'the display of what is left is accurate'],
    faults: ['it whistles quietly when nothing is plugged in', 'it is so heavy that it falls out of train sockets', 'one of the ports is loose', 'it charges more slowly than promised'],
  },
  tents: {
    praise: ['it stood through a night of storm in Norway', 'we had it up in five minutes the first time', 'there was not one drop inside after two days of rain', 'it packs smaller than our old one', 'there is room for boots and rucksacks in the porch'],
    faults: ['the zip catches on the inner tent', 'it collects a lot of condensation', 'the pegs bend in stony ground', 'two people must like each other very much in it'],
  },
  backpacks: {
    praise: ['it carries 15 kilos as if they were eight', 'my back stays dry on the bike', 'the laptop is safe and still easy to reach', 'rain runs off it without a cover', 'there is a pocket for everything, but not too many'],
    faults: ['the chest strap keeps slipping', 'the zip got stuck in the second week', 'the bottle pocket is too tight when it is full', 'it squeaks at every step'],
  },
  'sleeping-bags': {
    praise: ['I was warm at two degrees in a thin shirt', 'it packs down to nothing', 'the hood fits without strangling me', 'it dried overnight after a wash', 'there is room to turn over'],
    faults: ['the zip catches the fabric every time', 'my feet were cold well above the stated temperature', 'it loses a few feathers each night', 'it is narrow at the shoulders'],
  },
  'water-bottles': {
    praise: ['it has never leaked in my bag', 'tea is still hot in the afternoon', 'it fits the cup holder and the bike', 'it is easy to clean, even the seal', 'it has been dropped a lot and still looks good'],
    faults: ['the paint came off within weeks', 'the lid takes two hands to open', 'the seal smells after a while', 'it does not fit under our tap'],
  },
  'running-shoes': {
    praise: ['not one blister, from the very first run', 'I ran my best half marathon in them', 'they grip on wet leaves', 'my knees have been quiet since', 'they feel light and still protect the foot'],
    faults: ['they run half a size small', 'the sole wore down after 300 kilometres', 'the laces come undone by themselves', 'they dry very slowly'],
  },
  'rain-jackets': {
    praise: ['I stayed dry for six hours in Scotland', 'the hood turns with my head', 'it fits over a thick jumper without looking like a tent', 'it packs into its own pocket', 'the sleeves are finally long enough'],
    faults: ['it rustles with every step', 'I get sweaty as soon as it goes uphill', 'water came in at the shoulder seam', 'the pockets are too small for a phone'],
  },
  'board-games': {
    praise: ['the children ask for it every evening', 'the rules are explained in five minutes', 'no two rounds were alike so far', 'the pieces are beautiful and sturdy', 'it works well with two and even better with four'],
    faults: ['the rules leave some questions open', 'luck decides more than it should', 'it drags on with more than three players', 'the box is much too large for what is inside'],
  },
};
